using System.CommandLine;
using MockCustomers.Sessions;

namespace MockCustomers.Cli.Flags;

/// <summary>The flag that says whether the sandbox's clock runs.</summary>
internal sealed class ClockFlag
{
    private readonly Flag<ClockMode> clock = new(
        "--clock", "frozen|real", "Whether the sandbox's clock stands still at --now until it is moved, or runs on from there; without --now a real one tells the machine's time", "frozen", Values.OneOf<ClockMode>);

    public void AddTo(Command command) => command.Add(clock);

    /// <summary>How the clocks begin, and when.</summary>
    /// <param name="date">The sandbox's date, as given or by default.</param>
    /// <exception cref="FailureException">A fingerprint is expected of a sandbox whose date is another one at each start.</exception>
    public (ClockMode Mode, DateTimeOffset Start) Of(ParseResult asked, DateTimeOffset date, bool isDateGiven, bool isFingerprintExpected)
    {
        var mode = clock.Of(asked);
        if (mode == ClockMode.Frozen || isDateGiven) return (mode, date);
        if (isFingerprintExpected) throw new FailureException(ExitCode.Usage, "--clock real begins at the machine's time, so that --expect-fingerprint can never be met; give --now, or --clock frozen");
        return (mode, TimeProvider.System.GetUtcNow());
    }
}
