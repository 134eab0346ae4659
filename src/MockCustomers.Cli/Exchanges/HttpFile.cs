using System.Globalization;
using System.Text;
using MockCustomers.Exchange;

namespace MockCustomers.Cli.Exchanges;

/// <summary>A file of requests for editors: a request for each operation, with variables for the base URL and the credential.</summary>
internal sealed class HttpFile : IExchangeFormat
{
    public bool IsForSandbox => true;

    public async Task WriteAsync(ExportedVendor vendor, JsonBuffer output)
    {
        using var recorded = new RecordedVendor(vendor.Vendor);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {vendor.About}\n# Each request is answered as its line says when they are sent in this order to a sandbox that has just started.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"@baseUrl = {vendor.BaseUrl}\n@credential = {recorded.Credential.Value}\n");
        foreach (var exchange in await OperationRound.RecordAsync(recorded)) Add(text, exchange, vendor, recorded.Credential.Key);
        output.Raw(text.ToString());
    }

    private static void Add(StringBuilder text, RecordedExchange exchange, ExportedVendor vendor, string credential)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n### {OneLine(exchange.Operation.Summary ?? exchange.Operation.Id)}: {exchange.Reply.Status}\n");
        text.Append(CultureInfo.InvariantCulture, $"# @name {Name(exchange.Operation.Id)}\n");
        text.Append(CultureInfo.InvariantCulture, $"{exchange.Method} {{{{baseUrl}}}}{vendor.RelativeOf(exchange.Target)}\n");
        foreach (var (name, value) in exchange.Headers) text.Append(CultureInfo.InvariantCulture, $"{name}: {(name == credential ? "{{credential}}" : value)}\n");
        if (exchange.Body is { } body) text.Append('\n').Append(body).Append('\n');
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>createCustomer, and getV0CustomersCustomerId of "get /v0/customers/{customer_id}": the editors take letters and digits.</summary>
    private static string Name(string id)
    {
        var parts = id.Split([.. id.Where(letter => !char.IsAsciiLetterOrDigit(letter))], StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(parts.Select((part, i) => i == 0 ? part : char.ToUpperInvariant(part[0]) + part[1..]));
    }
}
