namespace MockCustomers.Server.Stubbing;

/// <summary>What a user chooses about stubs.</summary>
/// <param name="WebhookHosts">The hosts that stubs may call: names or addresses, with a port or for any port.</param>
/// <param name="OnUnexpected">Told, by vendor, what went wrong in a stub; null for nobody.</param>
internal sealed record StubOptions(IReadOnlyList<string> WebhookHosts, Action<string, Exception>? OnUnexpected);
