namespace MockCustomers.Vendors.Tests.Webhooks;

/// <summary>A clock on which nothing is ever due.</summary>
internal sealed class StandingClock : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
}
