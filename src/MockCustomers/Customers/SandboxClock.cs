namespace MockCustomers.Customers;

/// <summary>The sandbox's clock: it stands still unless it is moved.</summary>
/// <param name="epoch">Where it begins, as Unix microseconds.</param>
public sealed class SandboxClock(long epoch)
{
    private long advanced;

    /// <summary>The sandbox's time, as Unix microseconds.</summary>
    public long Now => epoch + Interlocked.Read(ref advanced);

    /// <summary>Moves it forward.</summary>
    /// <param name="microseconds">0 and up.</param>
    /// <returns>The new time.</returns>
    public long Advance(long microseconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(microseconds);
        return epoch + Interlocked.Add(ref advanced, microseconds);
    }
}
