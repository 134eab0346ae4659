namespace MockCustomers.Exchange;

/// <summary>The names by which manifests, and clients, call the values of an enum.</summary>
/// <remarks>They are few: looking through them is as fast as a dictionary, and needs no code compiled for each kind of value at start-up.</remarks>
internal sealed class EnumNames<T>(StringComparison comparison = StringComparison.Ordinal)
    where T : struct
{
    private readonly List<Entry> entries = [];

    /// <summary>All names, in the order in which they were given.</summary>
    public IEnumerable<string> All => entries.Select(entry => entry.Name);

    /// <summary>The value of a name; null for any other text.</summary>
    public T? this[string name]
    {
        get => entries.Find(entry => entry.Name.Equals(name, comparison))?.Value;
        internal set => entries.Add(new Entry(name, value!.Value));
    }

    private sealed record Entry(string Name, T Value);
}
