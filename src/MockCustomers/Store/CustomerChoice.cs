using MockCustomers.Customers;

namespace MockCustomers.Store;

/// <summary>Which customers are meant; what is null is any.</summary>
/// <param name="Kind">Their kind's name.</param>
/// <param name="State">Their state's name, now.</param>
/// <param name="Path">The last of the states that they will pass, in their order, the present one among them.</param>
internal sealed record CustomerChoice(string? Kind = null, string? State = null, IReadOnlyList<string>? Path = null)
{
    /// <summary>The states of a path as users write it, such as started>approved.</summary>
    public static IReadOnlyList<string> PathOf(string text) => text.Split('>', StringSplitOptions.TrimEntries);

    /// <summary>The customers of a view that are meant, newest first.</summary>
    public CustomerList In(View view) => Path is { } path ? view.ListByWay(Has, way => Ends(way, path)) : view.List(Has);

    /// <summary>Whether customers of a stratum are meant, whatever they will pass.</summary>
    public bool Has(Stratum stratum) => (Kind is null || stratum.Kind.Name == Kind) && (State is null || stratum.State.Name == State);

    private static bool Ends(IReadOnlyList<string> way, IReadOnlyList<string> path) =>
        way.Count >= path.Count && way.Skip(way.Count - path.Count).SequenceEqual(path);
}
