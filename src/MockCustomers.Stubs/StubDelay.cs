using MockCustomers.Customers;
using MockCustomers.Delays;

namespace MockCustomers.Stubs;

/// <summary>A delay that differs from call to call.</summary>
/// <param name="Most">What is longer is drawn again, ten times at most, and then cut; null for no such bound.</param>
internal sealed record StubDelay(Delay Delay, TimeSpan? Most)
{
    private const int Draws = 10;

    /// <param name="bits">Equal bits give equal delays.</param>
    public TimeSpan Of(ulong bits)
    {
        var drawn = Delay.Draw(bits);
        for (var again = 0; drawn > Most && again < Draws; again++) drawn = Delay.Draw(bits = StableHash.Bits(bits));
        return drawn > Most ? Most.Value : drawn;
    }
}
