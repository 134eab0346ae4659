using System.Net;
using MockCustomers.Exchange;

namespace MockCustomers.Server.Control;

/// <summary>Keeps administration to the sandbox's owner: web pages of other sites, names that were made to point here, and whoever lacks the token are refused.</summary>
/// <remarks>
/// A browser sends requests of any page to loopback, too. A page of another site gives itself away by its Origin; one that had its own name point to this
/// machine (DNS rebinding) by its Host; a form or a script that asks nobody for permission can send no JSON (the CORS-safelisted media types).
/// </remarks>
/// <param name="names">Further names of this machine, without port; case does not matter.</param>
/// <param name="token">null where none is wanted.</param>
internal sealed class OwnersOnly(IReadOnlyCollection<string> names, AdminToken? token)
{
    private static readonly string[] Reading = ["GET", "HEAD", "OPTIONS"];

    /// <summary>Returns when the owner asks.</summary>
    /// <param name="isEmptyOfAnyType">Whether a request without a body may name any media type.</param>
    /// <exception cref="ControlException">Somebody else does, or what is sent is not JSON.</exception>
    public void Check(Request request, bool isEmptyOfAnyType = false)
    {
        CheckPlace(request);
        if (token is not null && !token.IsIn(request.Headers["Authorization"]))
            throw new ControlException(401, "the token is missing or wrong; Authorization: Bearer TOKEN, with the one in MOCKCUSTOMERS_ADMIN_TOKEN or printed at start")
            {
                Headers = [KeyValuePair.Create("WWW-Authenticate", "Bearer realm=\"MockCustomers\"")],
            };
        if (!Reading.Contains(request.Method) && !IsJson(request) && !(isEmptyOfAnyType && IsEmpty(request)))
            throw new ControlException(415, $"a body of the media type '{request.Headers["Content-Type"]}' is not taken; Content-Type: application/json");
    }

    /// <summary>Returns when the request was meant for this machine, and no page of another site made it; the token is not asked for.</summary>
    /// <exception cref="ControlException">It was meant for another one, or another site's page made it.</exception>
    public void CheckPlace(Request request)
    {
        var host = request.Headers["Host"] ?? "";
        if (!IsHere(host))
            throw new ControlException(403, $"the host '{host}' is not known to be yours; an IP address, localhost, or a name that --control-hosts names");
        if (request.Headers["Origin"] is { } origin && !IsSame(origin, host))
            throw new ControlException(403, $"the origin '{origin}' is another site; administration takes no requests of other sites' pages");
    }

    private bool IsHere(string host)
    {
        var name = WithoutPort(host);
        if (name is ['[', .., ']']) return IPAddress.TryParse(name[1..^1], out _);
        return IsDotted(name) || name.Equals("localhost", StringComparison.OrdinalIgnoreCase) || names.Contains(name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether it is an IPv4 address as browsers write it: "1" and "0x7f.1" are addresses to a parser only.</summary>
    private static bool IsDotted(string name) => name.Count(c => c == '.') == 3 && IPAddress.TryParse(name, out var address) && address.ToString() == name;

    private static string WithoutPort(string host)
    {
        var colon = host.LastIndexOf(':');
        return colon > host.LastIndexOf(']') && host.AsSpan(colon + 1).IndexOfAnyExceptInRange('0', '9') < 0 ? host[..colon] : host;
    }

    private static bool IsSame(string origin, string host) =>
        origin.Equals("http://" + host, StringComparison.OrdinalIgnoreCase) || origin.Equals("https://" + host, StringComparison.OrdinalIgnoreCase);

    private static bool IsEmpty(Request request) => request.Body.IsEmpty && !request.IsBodyTooLarge;

    private static bool IsJson(Request request)
    {
        if (request.Headers["Content-Type"] is not { } type) return IsEmpty(request);
        var name = type.Split(';', 2)[0].Trim();
        return name.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || (name.StartsWith("application/", StringComparison.OrdinalIgnoreCase) && name.EndsWith("+json", StringComparison.OrdinalIgnoreCase));
    }
}
