using MockCustomers.Exchange;

namespace MockCustomers.Journal;

/// <summary>One exchange as the journal keeps it.</summary>
/// <param name="Number">Counts every exchange of this vendor, from 1.</param>
/// <param name="At">When it was answered, by the machine's clock.</param>
/// <param name="Target">The request target as it came; longer ones are cut at 2,048 characters.</param>
/// <param name="Operation">The operation's id; null when none was found.</param>
/// <param name="Fault">null when it was not refused.</param>
/// <param name="Elapsed">From the request's arrival to its answer.</param>
public sealed record JournalEntry(
    long Number, DateTimeOffset At, string Method, string Target, int Status, string? Operation, FaultKind? Fault, TimeSpan Elapsed);
