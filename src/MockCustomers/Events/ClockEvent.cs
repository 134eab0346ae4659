using System.Text.Json.Nodes;
using MockCustomers.Exchange;

namespace MockCustomers.Events;

/// <summary>The session's clock was moved, or its pace changed.</summary>
/// <param name="From">What it said before, as Unix microseconds.</param>
/// <param name="IsFrozen">Whether it stands still from now on.</param>
/// <param name="Rate">Seconds of the session for each of the machine, when it runs.</param>
internal sealed record ClockEvent(long At, ClockCause Cause, long From, bool IsFrozen, double Rate) : SandboxEvent
{
    public override long At { get; } = At;

    public override EventType Type => EventType.Clock;

    protected override void Fill(JsonObject json)
    {
        json["cause"] = Cause.ToString().ToLowerInvariant();
        json["from"] = Timestamp.Shown(From);
        json["frozen"] = IsFrozen;
        json["rate"] = Rate;
    }
}
