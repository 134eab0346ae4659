using MockCustomers.Exchange;

namespace MockCustomers.Vendors;

/// <summary>Lets browsers of any origin call, with credentials or without (the Fetch standard's CORS protocol).</summary>
internal sealed class Cors(bool on)
{
    private const string Methods = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";
    private static readonly IReadOnlyList<KeyValuePair<string, string>> Open =
        [KeyValuePair.Create("Access-Control-Allow-Origin", "*"), KeyValuePair.Create("Access-Control-Expose-Headers", "*")];

    /// <summary>The headers of every reply to a client that names no origin.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers => on ? Open : [];

    /// <summary>The answer to a browser that asks beforehand; null for every other request.</summary>
    public Reply? Preflight(Request request)
    {
        if (!on || request.Method != "OPTIONS" || request.Headers["Access-Control-Request-Method"] is null) return null;
        if (request.Headers["Origin"] is not { } origin) return null;
        return new Reply(204, null, default,
        [
            .. Allowed(origin),
            KeyValuePair.Create("Access-Control-Allow-Methods", Methods),
            .. Asked(request),
            KeyValuePair.Create("Access-Control-Max-Age", "600"),
        ])
        { IsForBrowser = true };
    }

    /// <summary>The reply with what a browser needs to show it to a page: a page that sends credentials takes no stars, but its origin and each header by name.</summary>
    public Reply WithHeaders(Reply reply, Request request)
    {
        if (!on || reply.IsForBrowser || request.Headers["Origin"] is not { } origin) return reply;
        var exposed = string.Join(", ", reply.Headers.Select(h => h.Key).Distinct(StringComparer.OrdinalIgnoreCase));
        IReadOnlyList<KeyValuePair<string, string>> shown = exposed.Length == 0 ? [] : [KeyValuePair.Create("Access-Control-Expose-Headers", exposed)];
        return reply with { Headers = [.. reply.Headers, .. Allowed(origin), .. shown], IsForBrowser = true };
    }

    private static KeyValuePair<string, string>[] Allowed(string origin) =>
    [
        KeyValuePair.Create("Access-Control-Allow-Origin", IsVisible(origin) ? origin : "null"),
        KeyValuePair.Create("Access-Control-Allow-Credentials", "true"),
        KeyValuePair.Create("Vary", "Origin"),
    ];

    /// <summary>The headers that the browser asks for, where a reply can repeat them.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Asked(Request request) =>
        request.Headers["Access-Control-Request-Headers"] is { } asked && IsVisible(asked) ? [KeyValuePair.Create("Access-Control-Allow-Headers", asked)] : [];

    private static bool IsVisible(string value) => !value.AsSpan().ContainsAnyExceptInRange(' ', '~');
}
