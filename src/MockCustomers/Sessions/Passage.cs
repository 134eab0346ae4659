using MockCustomers.Store;

namespace MockCustomers.Sessions;

/// <summary>Lets everything happen that was to happen by itself up to the time of a change: of all customers in the order of time.</summary>
internal static class Passage
{
    /// <param name="pass">A document after what was due at a time.</param>
    public static void Settle(Change change, Func<Change, CustomerHandle, long, CustomerDocument> pass)
    {
        var now = change.View.Now;
        var due = new PriorityQueue<CustomerDocument, (long At, string Id)>();
        var settled = new List<CustomerDocument>();
        var later = long.MaxValue;
        foreach (var document in change.View.Snapshot.ById.Values)
        {
            if (document.Due <= now) due.Enqueue(document, (document.Due, document.Id));
            else later = Math.Min(later, document.Due);
        }

        while (due.TryDequeue(out var document, out var next))
        {
            var old = new CustomerHandle(document);
            var passed = change.Pass(old, pass(change, old, next.At), next.At);
            if (passed.Due <= now)
            {
                due.Enqueue(passed, (passed.Due, passed.Id));
                continue;
            }

            settled.Add(passed);
            later = Math.Min(later, passed.Due);
        }

        change.Settle(settled, later);
    }
}
