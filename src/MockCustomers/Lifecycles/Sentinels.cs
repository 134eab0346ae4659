namespace MockCustomers.Lifecycles;

/// <summary>Values by which a client chooses what becomes of the customers that it creates.</summary>
/// <param name="Field">The field whose value is looked at: the part before an @ or a + of it.</param>
/// <param name="Destinations">By that part, in lower case.</param>
internal sealed record Sentinels(string Field, IReadOnlyDictionary<string, Destination> Destinations)
{
    /// <summary>Where a customer with that value is going; null when the value chooses nothing.</summary>
    public Destination? Of(string value)
    {
        var end = value.AsSpan().IndexOfAny('@', '+');
        return Destinations.GetValueOrDefault((end < 0 ? value : value[..end]).ToLowerInvariant());
    }
}
