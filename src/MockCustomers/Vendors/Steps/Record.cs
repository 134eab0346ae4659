using MockCustomers.Exchange;
using MockCustomers.Journal;

namespace MockCustomers.Vendors.Steps;

/// <summary>Writes the exchange into the session's journal, and tells it as an event.</summary>
/// <param name="credential">The header whose value nobody may read in the journal.</param>
internal sealed class Record(string vendor, string credential)
{
    private const int LongestTarget = 2048;
    private const int LongestBody = 16 * 1024;

    /// <summary>Told of every exchange, whether there is a journal or not; null for nobody.</summary>
    public Action<JournalEntry>? OnAnswered { get; set; }

    public void Write(VendorExchange exchange, Reply reply)
    {
        var session = exchange.Session.Session;
        var (journal, machine) = (session.Journal, session.Clock.Machine);
        if (!journal.IsOn && OnAnswered is null && !session.Events.HasReaders) return;
        var request = exchange.Request;
        var entry = new JournalEntry
        {
            Vendor = vendor,
            Session = session.Name,
            At = machine.GetUtcNow(),
            SandboxTime = session.Clock.Now,
            Method = request.Method,
            Target = request.Target.Length <= LongestTarget ? request.Target : request.Target[..LongestTarget],
            Headers = request.Headers.Without(credential),
            Body = request.Body.Length <= LongestBody ? request.Body : request.Body[..LongestBody].ToArray(),
            IsBodyCut = request.Body.Length > LongestBody || request.IsBodyTooLarge,
            Client = request.Client,
            Status = reply.Status,
            Operation = exchange.Operation?.Operation.Id,
            Customer = exchange.Customer,
            Fault = exchange.Fault,
            Injected = exchange.Injected?.FaultId,
            Broken = exchange.Injected?.Transport?.ToString().ToLowerInvariant(),
            Stub = exchange.Stub,
            Elapsed = machine.GetElapsedTime(exchange.Started),
        };
        journal.Add(entry);
        session.Events.Publish(new RequestEvent(entry));
        OnAnswered?.Invoke(entry);
    }
}
