namespace MockCustomers.Exchange;

/// <summary>Why a request was refused, before the vendor's own words are put to it.</summary>
public sealed record Fault(FaultKind Kind)
{
    private static readonly FaultMap<Fault> Bare = MakeBare();

    /// <summary>The id that was asked for; null when the fault is not about one.</summary>
    public string? Id { get; init; }

    /// <summary>What broke the contract; empty unless the fault is about parameters or a body.</summary>
    public IReadOnlyList<Violation> Violations { get; init; } = [];

    /// <summary>What the fault is about, where the vendor's own words cannot know: shown where a template says {detail}.</summary>
    public string? Detail { get; init; }

    /// <summary>The methods that the path has, as the Allow header lists them; null unless the method was the fault.</summary>
    public string? Allow { get; init; }

    /// <summary>The fault of which there is nothing more to tell than its kind: always the same one, as refusals are frequent.</summary>
    internal static Fault Of(FaultKind kind) => Bare[kind]!;

    private static FaultMap<Fault> MakeBare()
    {
        var bare = new FaultMap<Fault>();
        foreach (var kind in FaultKinds.All) bare[kind] = new Fault(kind);
        return bare;
    }
}
