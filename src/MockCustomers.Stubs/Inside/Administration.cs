using System.Net;
using WireMock;
using WireMock.Matchers.Request;
using WireMock.RequestBuilders;
using WireMock.Server;

namespace MockCustomers.Stubs.Inside;

/// <summary>WireMock.Net's administration of one server: mappings like others, 43 of them, and none of a vendor's business.</summary>
/// <remarks>
/// WireMock.Net looks at every mapping on every request: they are off but for the call that one of them is for. Each has a pattern of its
/// own, which is compiled when it is first matched, 40 ms for all: only those are on that the call's path may be meant for.
/// </remarks>
internal sealed class Administration
{
    private readonly WireMockServer server;
    private IReadOnlyList<Part> parts;

    public Administration(WireMockServer server)
    {
        this.server = server;
        parts = [.. Present().Select(Of)];
        SwitchOff();
    }

    /// <param name="path">Of the call, percent-encoded.</param>
    public void SwitchOn(string path)
    {
        var asked = WebUtility.UrlDecode(path);
        var meant = parts.Where(part => part.Paths?.Contains(asked) == true).ToList();
        foreach (var part in meant.Count > 0 ? meant : parts.Where(part => part.Paths is null)) part.Mapping.IsDisabled = false;
    }

    public void SwitchOff()
    {
        foreach (var part in parts) part.Mapping.IsDisabled = true;
    }

    /// <summary>A change of the settings adds another set of mappings: the latest stays.</summary>
    /// <returns>Whether there was another set.</returns>
    public bool KeepLatest()
    {
        var present = Present().ToList();
        if (present.Count == parts.Count) return false;
        var old = parts.Select(part => part.Mapping).ToHashSet();
        foreach (var mapping in old) server.DeleteMapping(mapping.Guid);
        parts = [.. present.Where(mapping => !old.Contains(mapping)).Select(Of)];
        return true;
    }

    private IEnumerable<IMapping> Present() => server.Mappings.Where(mapping => mapping.IsAdminInterface && !mapping.IsProxy);

    private static Part Of(IMapping mapping) =>
        new(mapping, (mapping.RequestMatcher as Request)?.GetRequestMessageMatcher<RequestMessagePathMatcher>() is { } matcher ? LiteralPaths.Of(matcher) : null);

    /// <param name="Paths">The only paths that it answers; null where they are given by a pattern.</param>
    private sealed record Part(IMapping Mapping, IReadOnlyList<string>? Paths);
}
