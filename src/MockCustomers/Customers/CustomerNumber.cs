namespace MockCustomers.Customers;

/// <summary>The number out of which everything about a customer is drawn: equal numbers draw equal facts.</summary>
/// <remarks>
/// Numbers below <see cref="Population.Largest"/> are the population's; above them lie ranges as long, one for each other way in which
/// a customer comes about, so that no two customers share a number.
/// </remarks>
/// <param name="Value">0 and up.</param>
internal readonly record struct CustomerNumber(long Value)
{
    private const long FirstFresh = Population.Largest * 2;
    private const long FirstExample = Population.Largest * 3;

    /// <summary>Whether it is one of the population's.</summary>
    public bool IsOfPopulation => Value is >= 0 and < Population.Largest;

    /// <summary>Whether it is a documented example's.</summary>
    public bool IsExample => Value >= FirstExample;

    /// <summary>The number of a customer that a client created.</summary>
    /// <param name="created">How many were created before it.</param>
    public static CustomerNumber OfCreated(long created) => new(Population.Largest + created);

    /// <summary>The number out of which a write draws what has to be new, such as the id of a new link.</summary>
    /// <param name="write">Which write it is, counted from 1.</param>
    public static CustomerNumber OfWrite(long write) => new(FirstFresh + write);

    /// <summary>The number of a documented example.</summary>
    /// <param name="index">Its place among the vendor's examples, from 0.</param>
    public static CustomerNumber OfExample(int index) => new(FirstExample + index);
}
