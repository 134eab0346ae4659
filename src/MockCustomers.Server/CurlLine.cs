using MockCustomers.Exchange;
using MockCustomers.Server.Control;
using MockCustomers.Sessions;
using MockCustomers.Vendors;

namespace MockCustomers.Server;

/// <summary>A request as a line for a shell, with an id and a key that work.</summary>
internal static class CurlLine
{
    /// <param name="session">null for the default one.</param>
    public static string Of(VendorHost host, ServedOperation operation, Session? session = null)
    {
        session ??= host.Sessions.Default;
        var (header, value) = SessionAccess.Of(host, session);
        var example = host.Vendor.Example(operation, session.Of(host.Vendor).View);
        List<string> words = ["curl"];
        if (host.CurlOption is { } trust) words.Add(trust);
        if (operation.Operation.Method != "GET") words.AddRange(["-X", operation.Operation.Method]);
        words.AddRange(["-H", Quoted($"{header}: {value}")]);
        if (example.Body is { } body)
            words.AddRange(["-H", Quoted("Content-Type: application/json"), "-d", Quoted(PlainJson.Text(body))]);
        words.Add(Quoted(host.Url + example.Target));
        return string.Join(' ', words);
    }

    /// <summary>A word as a shell takes it, whatever is in it.</summary>
    public static string Quoted(string word) => $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
