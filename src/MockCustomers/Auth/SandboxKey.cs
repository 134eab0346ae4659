namespace MockCustomers.Auth;

/// <summary>A key that works out of the box.</summary>
/// <param name="Text">As clients send it, without a scheme.</param>
/// <param name="Version">The API version to which it is bound; null where the vendor binds keys to none.</param>
internal sealed record SandboxKey(string Text, string? Version);
