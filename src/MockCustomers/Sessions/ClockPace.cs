namespace MockCustomers.Sessions;

/// <summary>Whether a clock runs, and how fast.</summary>
/// <param name="IsFrozen">Whether it stands still.</param>
/// <param name="Rate">Seconds of the session for each of the machine, when it runs: above 0, at most <see cref="Fastest"/>.</param>
internal sealed record ClockPace(bool IsFrozen, double Rate)
{
    /// <summary>Eleven days and a half a second: faster than anybody can watch, and far from where a reading of the machine's clock counts in years.</summary>
    public const double Fastest = 1_000_000;

    /// <summary>The pace at which the clocks of a sandbox begin.</summary>
    public static ClockPace Of(ClockMode mode) => new(mode == ClockMode.Frozen, 1);
}
