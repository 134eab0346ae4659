namespace MockCustomers.Exchange;

/// <summary>Something for each kind of fault, or for some.</summary>
internal sealed class FaultMap<T>
    where T : class
{
    private readonly T?[] byKind = new T?[FaultKinds.All.Length];

    /// <summary>null when there is nothing for the kind.</summary>
    public T? this[FaultKind kind]
    {
        get => byKind[(int)kind];
        set => byKind[(int)kind] = value;
    }
}
