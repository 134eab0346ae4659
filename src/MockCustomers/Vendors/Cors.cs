using MockCustomers.Exchange;

namespace MockCustomers.Vendors;

/// <summary>Lets browsers of any origin call (the Fetch standard's CORS protocol).</summary>
internal sealed class Cors(bool on)
{
    private static readonly KeyValuePair<string, string> AnyOrigin = KeyValuePair.Create("Access-Control-Allow-Origin", "*");
    private static readonly KeyValuePair<string, string> AllHeaders = KeyValuePair.Create("Access-Control-Expose-Headers", "*");
    private static readonly IReadOnlyList<KeyValuePair<string, string>> Open = [AnyOrigin, AllHeaders];

    /// <summary>The answer to a browser that asks beforehand; null for every other request.</summary>
    public Reply? Preflight(Request request)
    {
        if (!on || request.Method != "OPTIONS") return null;
        if (request.Headers["Origin"] is null || request.Headers["Access-Control-Request-Method"] is null) return null;
        return new Reply(204, null, default,
        [
            KeyValuePair.Create("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"),
            KeyValuePair.Create("Access-Control-Allow-Headers", Asked(request)),
            KeyValuePair.Create("Access-Control-Max-Age", "600"),
        ]);
    }

    /// <summary>The headers that let a browser read every reply.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers => on ? Open : [];

    /// <summary>The headers that the browser asks for; all of them when no reply could repeat what it asks.</summary>
    private static string Asked(Request request) =>
        request.Headers["Access-Control-Request-Headers"] is { } asked && !asked.AsSpan().ContainsAnyExceptInRange(' ', '~') ? asked : "*";
}
