using MockCustomers.Delays;

namespace MockCustomers.Faults;

/// <summary>What happens to a call that a fault hits; something at least is set.</summary>
/// <param name="Code">The status that is answered, in the vendor's own words: 400 to 599; null for the reply that comes of itself.</param>
/// <param name="RetryAfter">What Retry-After tells; null for what the vendor tells.</param>
/// <param name="Delay">null for none.</param>
/// <param name="BytesPerSecond">How fast the body is sent: 1 and up; null for at once.</param>
/// <param name="Transport">How the connection breaks; null for not at all. Excludes a status and a slow body.</param>
internal sealed record FaultEffect(
    int? Code = null, TimeSpan? RetryAfter = null, Delay? Delay = null, int? BytesPerSecond = null, TransportFault? Transport = null)
{
    /// <summary>No reply is held back longer: ten minutes.</summary>
    public static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(10);
}
