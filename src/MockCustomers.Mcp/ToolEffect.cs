namespace MockCustomers.Mcp;

/// <summary>What a tool does to the sandbox.</summary>
internal enum ToolEffect
{
    /// <summary>It looks only.</summary>
    Reads,

    /// <summary>It adds something, or moves on what is there.</summary>
    Adds,

    /// <summary>It takes away what somebody made.</summary>
    Removes,
}
