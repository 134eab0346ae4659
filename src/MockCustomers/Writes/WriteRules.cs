namespace MockCustomers.Writes;

/// <summary>What an action that writes makes of a request.</summary>
internal sealed record WriteRules
{
    /// <summary>Fields or body properties whose value no two customers may have: the fault is Conflict. An empty text does not count as a value.</summary>
    public IReadOnlyList<UniqueRule> Unique { get; init; } = [];

    /// <summary>Body properties that are kept, can be unique, and are never shown.</summary>
    public IReadOnlyList<string> Hidden { get; init; } = [];

    /// <summary>Body properties that are not kept.</summary>
    public IReadOnlyList<string> Ignore { get; init; } = [];

    /// <summary>Body properties whose list items become objects.</summary>
    public IReadOnlyList<WrapRule> Wrap { get; init; } = [];

    /// <summary>The state in which a created customer begins; null for the first that its kind can be in.</summary>
    public string? State { get; init; }

    /// <summary>Fields of a created customer that its body does not name.</summary>
    public IReadOnlyList<FieldConstant> Set { get; init; } = [];

    /// <summary>Fields that an update replaces as a whole; other objects are merged.</summary>
    public IReadOnlyList<string> Replace { get; init; } = [];

    /// <summary>Fields that hold an id and get a new one when the customer moves.</summary>
    public IReadOnlyList<string> Fresh { get; init; } = [];

    /// <summary>Fields that a body needs for each kind besides what its schema asks for.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Require { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Whether a null in a body is as if the property were not there.</summary>
    public bool NullsAreAbsent { get; init; }

    /// <summary>Whether a created customer keeps what its body has of fields that customers of its kind do not have.</summary>
    public bool KeepsOtherKinds { get; init; }
}
