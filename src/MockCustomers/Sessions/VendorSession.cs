using MockCustomers.Events;
using MockCustomers.Store;

namespace MockCustomers.Sessions;

/// <summary>One vendor's part of a session: what clients wrote, and what they have used up.</summary>
/// <remarks>Readers see one moment and never wait; writers take turns.</remarks>
internal sealed class VendorSession
{
    private readonly ListDemand demand = new();
    private readonly Lock writing = new();
    private volatile View view;
    private ClientTallies? tallies;
    private long requests;

    internal VendorSession(Session session, ISessionVendor vendor, Renderer renderer)
    {
        Session = session;
        Vendor = vendor;
        Renderer = renderer;
        view = ViewOf(renderer.Pristine);
    }

    public Session Session { get; }

    /// <summary>The customers as they are now.</summary>
    public View View
    {
        get
        {
            var latest = view;
            return latest.Now == Session.Clock.Now ? latest : ViewOf(latest.Snapshot);
        }
    }

    internal ISessionVendor Vendor { get; private set; }

    internal Renderer Renderer { get; private set; }

    /// <summary>How often each client asked.</summary>
    internal ClientTallies Tallies => tallies ?? Interlocked.CompareExchange(ref tallies, new ClientTallies(), null) ?? tallies;

    /// <summary>Counts the requests that were given an id; from 0.</summary>
    internal long NextRequest() => Interlocked.Increment(ref requests) - 1;

    /// <summary>Lets one writer see and change the customers while no other does.</summary>
    /// <remarks>Completes at once while the documents are kept in memory.</remarks>
    public ValueTask<T> ChangeAsync<TArgument, T>(TArgument argument, Func<Change, TArgument, T> change)
    {
        lock (writing)
        {
            var under = new Change(View, demand);
            var result = change(under, argument);
            var before = view;
            view = under.View;
            Tell(before, under);
            return ValueTask.FromResult(result);
        }
    }

    /// <summary>Takes the customers to the moment that the clock shows, and makes the moves that are due by then.</summary>
    /// <returns>How many there were.</returns>
    internal long Settle()
    {
        lock (writing) view = View;
        return 0;
    }

    /// <summary>Everything that was written up to now; to be gone back to.</summary>
    internal Snapshot Checkpoint() => view.Snapshot;

    /// <summary>Goes back to a moment: whatever was written since is gone.</summary>
    internal void Rollback(Snapshot moment)
    {
        lock (writing) view = ViewOf(moment);
    }

    /// <summary>Goes on with the vendor as its files are now.</summary>
    /// <param name="renderer">The session's customers of now.</param>
    /// <param name="lost">Gets what clients wrote and what does not fit.</param>
    /// <returns>Makes of a snapshot of before one of now.</returns>
    internal Func<Snapshot, Snapshot> Replace(ISessionVendor vendor, Renderer renderer, ICollection<LostWrite> lost)
    {
        lock (writing)
        {
            var before = Vendor;
            (Vendor, Renderer) = (vendor, renderer);
            demand.Clear();
            view = ViewOf(vendor.Carry(view.Snapshot, before, renderer, lost));
            return earlier => vendor.Carry(earlier, before, renderer, []);
        }
    }

    /// <summary>Forgets whatever clients wrote and used up.</summary>
    internal void Reset()
    {
        Rollback(Renderer.Pristine);
        tallies = null;
        Interlocked.Exchange(ref requests, 0);
    }

    /// <summary>Tells whoever listens what a writer did; while no other writes, so that what happens to a customer is told in its order.</summary>
    private void Tell(View before, Change change)
    {
        foreach (var (old, after, at) in change.Done)
        {
            var from = old is { } known ? before.StratumOf(known).State.Name : null;
            var what = after.IsGone ? CustomerChange.Deleted : from is null ? CustomerChange.Created : from == after.Stratum.State ? CustomerChange.Updated : CustomerChange.Moved;
            Session.Events.Publish(new CustomerEvent(at, Vendor.Name, after.Id, what, from, after.Stratum.State, after.Stratum.Kind, after.Json));
        }
    }

    private View ViewOf(Snapshot snapshot) => new(Renderer, snapshot, Session.Clock.Now, demand);
}
