using MockCustomers.Exchange;

namespace MockCustomers.Cli.Export;

/// <summary>One way to write customers to a file. Stretches are written on many threads at once.</summary>
internal interface IExportFormat
{
    /// <summary>What stands before the first customer.</summary>
    void Begin(JsonBuffer output);

    /// <summary>Writes a stretch of customers.</summary>
    void Write(Stretch stretch, JsonBuffer output);

    /// <summary>What stands after the last customer.</summary>
    void End(JsonBuffer output);
}
