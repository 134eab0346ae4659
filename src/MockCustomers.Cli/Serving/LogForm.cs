namespace MockCustomers.Cli.Serving;

/// <summary>How the command says what happens.</summary>
internal enum LogForm
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>One JSON object a line.</summary>
    Json,
}
