using MockCustomers.Exchange;

namespace MockCustomers.Cli.Exchanges;

/// <summary>One way to write what a vendor answers to a file.</summary>
internal interface IExchangeFormat
{
    /// <summary>Whether clients of the file look for the vendor where the sandbox is; otherwise they look where the vendor's own API is.</summary>
    bool IsForSandbox { get; }

    /// <summary>Writes it: the same bytes for the same vendor, seed and number of customers.</summary>
    Task WriteAsync(ExportedVendor vendor, JsonBuffer output);
}
