using MockCustomers.Exchange;
using MockCustomers.Faults;

namespace MockCustomers.Stubs;

/// <summary>What a stub does to its reply and WireMock.Net cannot do.</summary>
/// <param name="Reason">null for the status's own phrase.</param>
/// <param name="Fault">How the connection breaks; null for not at all.</param>
/// <param name="Wait">Before the delay.</param>
/// <param name="Delay">null for none.</param>
/// <param name="Dribble">null for a body that is sent at once.</param>
internal sealed record StubEffect(string? Reason, TransportFault? Fault, TimeSpan Wait, StubDelay? Delay, Dribble? Dribble)
{
    public static readonly StubEffect None = new(null, null, TimeSpan.Zero, null, null);

    /// <param name="bits">Equal bits give equal delays.</param>
    public Reply On(Reply reply, string stub, ulong bits) => reply with
    {
        Reason = Reason,
        Delay = Wait + (Delay?.Of(bits) ?? TimeSpan.Zero),
        Injected = Fault is null && Dribble is null ? null : new Injection(stub, null, null, TimeSpan.Zero, null, Fault) { Dribble = Dribble },
    };
}
