namespace MockCustomers.Lifecycles;

/// <summary>Where a customer that a client wrote is going by itself.</summary>
/// <param name="To">The state in which it stays once it is there; null for wherever it is.</param>
/// <param name="Pace">By how much it takes longer than the usual time between two states; above 0.</param>
internal sealed record Destination(string? To, double Pace)
{
    /// <summary>Nowhere: it stays as it is until somebody moves it.</summary>
    public static Destination Stay { get; } = new(null, 1);
}
