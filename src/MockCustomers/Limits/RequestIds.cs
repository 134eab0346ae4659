using MockCustomers.Exchange;
using MockCustomers.Ids;
using MockCustomers.Sessions;

namespace MockCustomers.Limits;

/// <summary>Gives each reply the id of its request.</summary>
/// <param name="header">The reply's header.</param>
/// <param name="echoes">Whether an id that the client sent in that header is given back.</param>
/// <param name="ids">The ids that the vendor makes.</param>
internal sealed class RequestIds(string header, bool echoes, CustomerIds ids)
{
    private const int LongestEcho = 128;

    public KeyValuePair<string, string> HeaderFor(Request request, VendorSession session)
    {
        var sent = echoes ? request.Headers[header] : null;
        var isEchoed = sent is { Length: > 0 and <= LongestEcho } && !sent.AsSpan().ContainsAnyExceptInRange(' ', '~');
        return KeyValuePair.Create(header, isEchoed ? sent! : ids.Of(session.NextRequest(), session.Session.Clock.Now));
    }
}
