using WireMock;
using WireMock.Settings;
using WireMock.Types;
using WireMock.Util;

namespace MockCustomers.Stubs.Inside;

/// <summary>Webhooks follow no redirects, and those whose url was filled in are looked at once more.</summary>
internal sealed class GuardedWebhooks : WebhookSettings
{
    private readonly OutgoingHosts hosts;

    public GuardedWebhooks(OutgoingHosts hosts)
    {
        this.hosts = hosts;
        AllowAutoRedirect = false;
    }

    public override void PostTransform(IMapping mapping, string requestUrl, IBodyData? bodyData = null, IDictionary<string, WireMockList<string>>? headers = null)
    {
        if (hosts.Refusal(requestUrl) is { } refusal) throw new InvalidOperationException(refusal);
    }
}
