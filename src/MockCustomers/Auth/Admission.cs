using MockCustomers.Exchange;

namespace MockCustomers.Auth;

/// <summary>What a credential comes to.</summary>
/// <param name="Fault">Why the client is turned away; null when it is let in.</param>
/// <param name="Version">The API version to which the client's key is bound; that of the first key for a client without one; null where keys have none.</param>
/// <param name="Key">The key that was sent, without its scheme; null when none was.</param>
internal readonly record struct Admission(Fault? Fault, string? Version, string? Key);
