using MockCustomers.Server.Page;
using MockCustomers.Server.WireMockAdmin;

namespace MockCustomers.Server.Control;

/// <summary>What the control port is made of.</summary>
internal static class ControlResources
{
    public static IReadOnlyList<IControlResource> Of(SandboxServer sandbox) => Of(() => sandbox.ReadyHosts, sandbox);

    /// <param name="hosts">The listening vendors; none before all of them listen.</param>
    private static IReadOnlyList<IControlResource> Of(Func<IReadOnlyList<VendorHost>> hosts, SandboxServer sandbox) =>
    [
        new PageResource(),
        new HealthResource(hosts, () => sandbox.LastReload),
        new MetricsResource(sandbox.Scrape),
        new VendorsResource(hosts),
        new SpecsResource(hosts),
        new DocsResource(hosts, sandbox.Reference),
        new ControlDocumentResource(() => sandbox.Control),
        new CurlsResource(hosts),
        new SessionsResource(hosts),
        new FaultsResource(hosts),
        new OutagesResource(hosts),
        new ClockResource(hosts),
        new EventsResource(hosts, sandbox.Machine),
        new CustomersResource(hosts),
        new StatesResource(hosts),
        new MovesResource(hosts),
        new WatchesResource(hosts),
        new ExplainResource(hosts),
        new FingerprintResource(() => sandbox.Fingerprint),
        new ReloadResource(hosts, sandbox.ReloadAsync),
        new RequestsResource(hosts),
        new ReplayResource(hosts),
        new WebhooksResource(hosts),
        new RecordingsResource(hosts, sandbox.UpstreamOf),
        new MappingsResource(hosts),
        new ScenariosResource(hosts),
        new VendorRequestsResource(hosts),
        new NearMissesResource(hosts),
        new ServerResource(hosts),
    ];
}
