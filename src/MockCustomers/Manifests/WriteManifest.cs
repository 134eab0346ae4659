using MockCustomers.Exchange;

namespace MockCustomers.Manifests;

/// <summary>What an action that writes makes of a request.</summary>
/// <param name="Unique">Fields or body properties whose value no two customers may have: the fault is Conflict. An empty text does not count as a value.</param>
/// <param name="Hidden">Body properties that are kept, can be unique, and are never shown.</param>
/// <param name="Ignore">Body properties that are not kept.</param>
/// <param name="Wrap">Body properties whose list items become objects.</param>
/// <param name="State">The state in which a created customer begins.</param>
/// <param name="Set">Fields of a created customer that its body does not name: dotted path and constant.</param>
/// <param name="Replace">Fields that an update replaces as a whole; other objects are merged.</param>
/// <param name="Key">Query parameters that name the customer, with the field that has their value: for updates without an id in the path.</param>
/// <param name="IdIn">The body's property that names the customer; null for the path.</param>
/// <param name="By">The body's property that chooses the move; null when there is one move.</param>
/// <param name="Moves">The first that the customer's state allows is taken, of those that a request chooses.</param>
/// <param name="Require">Fields that a body needs for each kind besides what its schema asks for.</param>
/// <param name="NullsAreAbsent">Whether a null in a body is as if the property were not there.</param>
/// <param name="KeepsOtherKinds">Whether a created customer keeps what its body has of fields that customers of its kind do not have.</param>
/// <param name="Otherwise">The fault of a move that the customer's state does not allow.</param>
/// <param name="Fresh">Fields that hold an id and get a new one.</param>
internal sealed record WriteManifest(
    IReadOnlyList<UniqueManifest> Unique,
    IReadOnlyList<string> Hidden,
    IReadOnlyList<string> Ignore,
    IReadOnlyList<WrapManifest> Wrap,
    string? State,
    IReadOnlyList<ManifestEntry> Set,
    IReadOnlyList<string> Replace,
    IReadOnlyList<KeyValuePair<string, string>> Key,
    string? IdIn,
    string? By,
    IReadOnlyList<MoveManifest> Moves,
    IReadOnlyList<string> Fresh,
    FaultKind Otherwise,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Require,
    bool NullsAreAbsent,
    bool KeepsOtherKinds);
