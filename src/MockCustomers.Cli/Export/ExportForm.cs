namespace MockCustomers.Cli.Export;

/// <summary>The forms that generate writes.</summary>
internal enum ExportForm
{
    /// <summary>A JSON object a line.</summary>
    Ndjson,

    /// <summary>One JSON array.</summary>
    Json,

    /// <summary>A row a customer.</summary>
    Csv,
}
