using MockCustomers.Exchange;
using MockCustomers.Ids;
using MockCustomers.Manifests;
using MockCustomers.Sessions;

namespace MockCustomers.Limits;

/// <summary>Gives each reply the id of its request.</summary>
internal sealed class RequestIds(RequestIdManifest manifest, CustomerIds ids)
{
    private const int LongestEcho = 128;

    public KeyValuePair<string, string> HeaderFor(Request request, VendorSession session)
    {
        var sent = manifest.Echo ? request.Headers[manifest.Header] : null;
        var isEchoed = sent is { Length: > 0 and <= LongestEcho } && !sent.AsSpan().ContainsAnyExceptInRange(' ', '~');
        return KeyValuePair.Create(manifest.Header, isEchoed ? sent! : ids.Of(session.NextRequest(), session.Session.Clock.Now));
    }
}
