namespace MockCustomers.Customers;

/// <summary>All facts that can be said of one vendor's customers, by name.</summary>
internal sealed class FactSheet
{
    private readonly Dictionary<string, Fact> facts = [];

    /// <param name="vendorSeed">The seed of one vendor's population.</param>
    /// <param name="facts">Each name once.</param>
    public FactSheet(ulong vendorSeed, IEnumerable<Fact> facts)
    {
        foreach (var fact in facts)
        {
            fact.Slot = this.facts.Count;
            fact.Seed = StableHash.Of(vendorSeed, fact.Name);
            this.facts.Add(fact.Name, fact);
        }
    }

    public int Count => facts.Count;

    /// <summary>Every fact's name, sorted.</summary>
    public IEnumerable<string> Names => facts.Keys.Order(StringComparer.Ordinal);

    /// <summary>The fact of that name; null when there is none.</summary>
    public Fact? Find(string name) => facts.GetValueOrDefault(name);
}
