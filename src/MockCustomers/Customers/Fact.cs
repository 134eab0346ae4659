namespace MockCustomers.Customers;

/// <summary>Something that can be said of a customer: a name and a pure function of who the customer is.</summary>
/// <remarks>
/// Each fact draws from a stream of its own, hash(seed, vendor, fact, number), so that adding a fact never changes another.
/// A fact that builds on others asks the <see cref="CustomerContext"/> for them and gets what every other reader gets.
/// </remarks>
/// <param name="name">The word by which manifests call it: camelCase.</param>
internal abstract class Fact(string name)
{
    public string Name { get; } = name;

    /// <summary>Where a context keeps this fact; given by the <see cref="FactSheet"/>.</summary>
    internal int Slot { get; set; } = -1;

    /// <summary>The seed of its stream; given by the <see cref="FactSheet"/>.</summary>
    internal ulong Seed { get; set; }

    /// <summary>The only number whose customer can have this value; -1 when the value tells no number.</summary>
    public virtual long Candidate(ReadOnlySpan<char> value) => -1;

    /// <summary>Makes the fact for the customer at hand.</summary>
    /// <param name="context">The customer at hand, and every other fact about it.</param>
    /// <param name="stream">64 random bits for this fact and this customer; more come from <see cref="StableHash"/> of them.</param>
    public abstract FactValue Make(CustomerContext context, ulong stream);
}
