using MockCustomers.Exchange;
using MockCustomers.Vendors;

namespace MockCustomers.Server;

/// <summary>A request as a line for a shell, with an id and a key that work.</summary>
internal static class CurlLine
{
    public static string Of(VendorHost host, ServedOperation operation)
    {
        List<string> words = ["curl"];
        if (host.CurlOption is { } trust) words.Add(trust);
        if (operation.Operation.Method != "GET") words.AddRange(["-X", operation.Operation.Method]);
        var authenticator = host.Vendor.Authenticator;
        words.AddRange(["-H", Quoted($"{authenticator.Header}: {authenticator.Sample}")]);
        if (host.Vendor.Example(operation, host.Customers).Body is { } body)
            words.AddRange(["-H", Quoted("Content-Type: application/json"), "-d", Quoted(PlainJson.Text(body))]);
        words.Add(Quoted(host.Example(operation)));
        return string.Join(' ', words);
    }

    private static string Quoted(string word) => $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
