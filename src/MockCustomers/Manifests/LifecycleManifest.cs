using MockCustomers.Delays;

namespace MockCustomers.Manifests;

/// <summary>The moves between a vendor's states.</summary>
/// <param name="First">The state in which every customer begins; null for that in which it is.</param>
/// <param name="Moves">Every legal one.</param>
/// <param name="Created">Where the customers that clients write are going; null for nowhere.</param>
/// <param name="Sentinels">null for none.</param>
internal sealed record LifecycleManifest(
    string? First, IReadOnlyList<LegalMoveManifest> Moves, DestinationManifest? Created, SentinelsManifest? Sentinels, ManifestNode Node);

/// <summary>Moves that are legal.</summary>
/// <param name="After">How long after it came into the state a customer makes it by itself; null when it never does.</param>
/// <param name="Share">How many of a hundred customers in the state do; 1 to 100.</param>
internal sealed record LegalMoveManifest(IReadOnlyList<string> From, string To, Delay? After, int Share, ManifestNode Node);

/// <summary>Where a customer is going.</summary>
/// <param name="To">The state in which it stays.</param>
/// <param name="Pace">By how much it takes longer than usual, in percent; 1 to 100,000.</param>
internal sealed record DestinationManifest(string To, int Pace, ManifestNode Node);

/// <summary>Values by which a client chooses where the customers that it creates are going.</summary>
/// <param name="Field">The field that has them.</param>
internal sealed record SentinelsManifest(string Field, IReadOnlyList<SentinelManifest> Values, ManifestNode Node);

/// <summary>A value by which a client chooses where a customer is going.</summary>
internal sealed record SentinelManifest(string Value, DestinationManifest Destination);
