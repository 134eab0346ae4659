namespace MockCustomers.Server.Control;

/// <summary>What the control port is made of.</summary>
internal static class ControlResources
{
    /// <param name="hosts">The listening vendors; none before all of them listen.</param>
    public static IReadOnlyList<IControlResource> Of(Func<IReadOnlyList<VendorHost>> hosts, SandboxSettings settings) =>
    [
        new HealthResource(hosts),
        new VendorsResource(hosts),
        new CurlsResource(hosts),
        new SessionsResource(hosts),
        new FaultsResource(hosts),
        new ClockResource(hosts),
        new CustomersResource(hosts),
        new ExplainResource(hosts),
        new FingerprintResource(new Lazy<string>(() => Fingerprint.Of(settings))),
        new RequestsResource(hosts),
    ];
}
