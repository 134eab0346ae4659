namespace MockCustomers.Mcp;

/// <summary>A call of a tool that cannot be answered; the message says what is wrong and what would be right.</summary>
internal sealed class ToolRefusedException(string message) : Exception(message);
