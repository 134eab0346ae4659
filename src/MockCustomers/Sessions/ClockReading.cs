namespace MockCustomers.Sessions;

/// <summary>What a clock says at one moment.</summary>
/// <param name="Now">The time, as Unix microseconds.</param>
internal readonly record struct ClockReading(long Now, ClockPace Pace);
