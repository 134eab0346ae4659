namespace MockCustomers.Customers;

/// <summary>The customers of one kind in one state.</summary>
/// <param name="Index">Its place among the strata of the population.</param>
/// <param name="Weight">How many of each block of customers belong to it; at least 1.</param>
internal sealed record Stratum(int Index, Kind Kind, State State, int Weight)
{
    public StratumName Name { get; } = new(Kind.Name, State.Name);
}
