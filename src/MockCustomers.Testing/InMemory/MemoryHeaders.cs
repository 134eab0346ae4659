using MockCustomers.Server;
using MockCustomers.Vendors.Steps;

namespace MockCustomers.Testing.InMemory;

/// <summary>The headers of a request that came over no socket.</summary>
internal sealed class MemoryHeaders(IReadOnlyList<KeyValuePair<string, string>> headers) : ListedHeaders(headers)
{
    /// <summary>The header that names a session.</summary>
    public const string Session = Identify.SessionHeader;

    /// <summary>The headers as a client puts them on the wire.</summary>
    /// <param name="length">The length of the body; null when there is none.</param>
    /// <param name="session">The session to which the request is told to belong; null for what its own headers say.</param>
    public static MemoryHeaders Of(HttpRequestMessage request, int? length, string? session)
    {
        var sent = new List<KeyValuePair<string, string>> { new("Host", request.Headers.Host ?? request.RequestUri!.Authority) };
        foreach (var (name, values) in request.Headers.NonValidated)
            if (!IsOneOf(name, "Host", session is null ? null : Session)) sent.Add(new(name, values.ToString()));
        foreach (var (name, values) in request.Content?.Headers.NonValidated ?? default)
            if (!IsOneOf(name, "Content-Length")) sent.Add(new(name, values.ToString()));
        if (length is { } bytes) sent.Add(new("Content-Length", bytes.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        if (session is not null) sent.Add(new(Session, session));
        return new MemoryHeaders(sent);
    }

    private static bool IsOneOf(string name, params ReadOnlySpan<string?> others)
    {
        foreach (var other in others)
            if (name.Equals(other, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
