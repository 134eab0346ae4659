using MockCustomers.Delays;
using MockCustomers.Faults;

namespace MockCustomers.Testing;

/// <summary>Calls that shall go wrong, and how. Of several faults that a call could meet, the one that was told first decides.</summary>
public sealed class FaultyCalls
{
    private readonly FaultBook book;
    private readonly FaultMatch match;
    private readonly FaultTiming timing;

    internal FaultyCalls(FaultBook book, FaultMatch match, FaultTiming timing)
    {
        this.book = book;
        this.match = match;
        this.timing = timing;
    }

    /// <summary>They are refused, in the vendor's own words.</summary>
    /// <param name="status">400 to 599.</param>
    /// <param name="retryAfter">What Retry-After tells, in whole seconds; null for what the vendor tells.</param>
    /// <param name="delay">How long the refusal is held back; null for not at all.</param>
    public SandboxFault Fail(int status, TimeSpan? retryAfter = null, TimeSpan? delay = null)
    {
        if (status is < 400 or > 599) throw new ArgumentOutOfRangeException(nameof(status), status, "a status from 400 to 599");
        if (retryAfter is { } retry && (retry < TimeSpan.Zero || retry > FaultReader.LongestRetry)) throw new ArgumentOutOfRangeException(nameof(retryAfter), retry, "0 s to a day");
        return Add(new FaultEffect(status, retryAfter, Held(delay)));
    }

    /// <summary>Their replies are held back.</summary>
    /// <param name="time">Ten minutes at most.</param>
    public SandboxFault Delay(TimeSpan time) => Add(new FaultEffect(Delay: Held(time)));

    /// <summary>Their replies are held back, each for a time between two, drawn from the seed.</summary>
    /// <param name="shortest">Zero and up.</param>
    /// <param name="longest">Ten minutes at most.</param>
    public SandboxFault Delay(TimeSpan shortest, TimeSpan longest)
    {
        Checked(shortest);
        if (Checked(longest) < shortest) throw new ArgumentOutOfRangeException(nameof(longest), longest, "no shorter than the shortest");
        return Add(new FaultEffect(Delay: new UniformDelay(shortest, longest)));
    }

    /// <summary>Their bodies come slowly.</summary>
    /// <param name="bytesPerSecond">1 and up.</param>
    public SandboxFault Slow(int bytesPerSecond)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bytesPerSecond, 1);
        return Add(new FaultEffect(BytesPerSecond: bytesPerSecond));
    }

    /// <summary>Their connections are reset before a reply (TCP RST).</summary>
    public SandboxFault Reset(TimeSpan? delay = null) => Break(TransportFault.Reset, delay);

    /// <summary>Their connections are closed without a byte.</summary>
    public SandboxFault Empty(TimeSpan? delay = null) => Break(TransportFault.Empty, delay);

    /// <summary>The second half of their replies is missing.</summary>
    public SandboxFault Truncate(TimeSpan? delay = null) => Break(TransportFault.Truncate, delay);

    /// <summary>Bytes that are no HTTP come in place of their replies.</summary>
    public SandboxFault Garbage(TimeSpan? delay = null) => Break(TransportFault.Garbage, delay);

    /// <summary>Their replies begin with status 200 and go on with bytes that are no body.</summary>
    public SandboxFault Malformed(TimeSpan? delay = null) => Break(TransportFault.Malformed, delay);

    private static FixedDelay? Held(TimeSpan? time) => time is { } delay ? new FixedDelay(Checked(delay)) : null;

    private static TimeSpan Checked(TimeSpan delay) => delay >= TimeSpan.Zero && delay <= FaultEffect.LongestDelay
        ? delay
        : throw new ArgumentOutOfRangeException(nameof(delay), delay, $"0 s to {FaultEffect.LongestDelay.TotalMinutes} min");

    private SandboxFault Break(TransportFault fault, TimeSpan? delay) => Add(new FaultEffect(Delay: Held(delay), Transport: fault));

    private SandboxFault Add(FaultEffect effect)
    {
        var rule = new FaultRule(match, timing, effect);
        if (book.Add(rule) is { } id) return new SandboxFault(book, rule, id);
        throw new InvalidOperationException($"there are {FaultBook.MostByDefault} faults; take some of them away first");
    }
}
