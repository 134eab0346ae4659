using MockCustomers.Customers;
using MockCustomers.Exchange;
using MockCustomers.Ids;
using MockCustomers.Manifests;

namespace MockCustomers.Limits;

/// <summary>Gives each reply the id of its request.</summary>
internal sealed class RequestIds(RequestIdManifest manifest, CustomerIds ids, SandboxClock clock)
{
    private const int LongestEcho = 128;
    private long count = -1;

    public KeyValuePair<string, string> HeaderFor(Request request)
    {
        var sent = manifest.Echo ? request.Headers[manifest.Header] : null;
        return KeyValuePair.Create(manifest.Header, sent is { Length: > 0 and <= LongestEcho } && !sent.AsSpan().ContainsAnyExceptInRange(' ', '~') ? sent : ids.Of(Interlocked.Increment(ref count), clock.Now));
    }
}
