using MockCustomers.Events;
using MockCustomers.Store;

namespace MockCustomers.Sessions;

/// <summary>One vendor's part of a session: what clients wrote, and what they have used up.</summary>
/// <remarks>Readers see one moment and never wait; writers take turns, and hold no thread while they wait.</remarks>
internal sealed class VendorSession
{
    private readonly ListDemand demand = new();
    private readonly Turns writing = new();
    private volatile View view;
    private ClientTallies? tallies;
    private long requests;
    private ITimer? timer;
    private long armed = long.MaxValue;

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
            var now = Session.Clock.Now;
            if (latest.Snapshot.Due <= now) return Settled();
            if (latest.Now == now) return latest;
            var moment = new View(Renderer, latest.Snapshot, now, demand, latest.Strata);
            Interlocked.CompareExchange(ref view, moment, latest);
            return moment;
        }
    }

    internal ISessionVendor Vendor { get; private set; }

    internal Renderer Renderer { get; private set; }

    /// <summary>How often each client asked.</summary>
    internal ClientTallies Tallies => tallies ?? Interlocked.CompareExchange(ref tallies, new ClientTallies(), null) ?? tallies;

    /// <summary>Counts the requests that were given an id; from 0.</summary>
    internal long NextRequest() => Interlocked.Increment(ref requests) - 1;

    /// <summary>Lets one writer see and change the customers while no other does.</summary>
    /// <remarks>Completes at once where no other writes, else later, on another thread. Whoever cannot await has <see cref="Change"/>.</remarks>
    public ValueTask<T> ChangeAsync<TArgument, T>(TArgument argument, Func<Change, TArgument, T> change) => writing.TakeAsync(
        (Part: this, Argument: argument, Change: change),
        static asked => asked.Part.Make(asked.Argument, asked.Change));

    /// <summary>The same for those who cannot await: while another writes it waits with its thread, and needs no other one to go on.</summary>
    public T Change<TArgument, T>(TArgument argument, Func<Change, TArgument, T> change)
    {
        T? result = default;
        writing.Take(() => result = Make(argument, change));
        return result!;
    }

    /// <summary>Lets everything happen that was to happen by itself up to now; when it returns, all of it is told.</summary>
    public void Settle() => writing.Take(Pass);

    /// <summary>The same, holding no thread while another writes.</summary>
    public async ValueTask SettleAsync() => await writing.TakeAsync(this, static part =>
    {
        part.Pass();
        return true;
    });

    /// <summary>How many moves customers make by themselves after the time of a view and up to another.</summary>
    /// <param name="upTo">Unix microseconds.</param>
    internal long CountMoves(View from, long upTo)
    {
        var strata = Renderer.Strata;
        var moves = strata.CountMoves(from.Now, upTo, Renderer.Generated);
        foreach (var document in from.Snapshot.ById.Values)
        {
            moves += document.Course.Count(step => step.At <= upTo) + (document.Later is { } later && later.Since <= upTo && later.Stratum != document.Stratum ? 1 : 0);
            if (document.Number.IsOfPopulation) moves -= strata.CourseOf(document.Number.Value).Count(step => step.At > from.Now && step.At <= upTo);
        }

        return moves;
    }

    /// <summary>Wakes when the clock comes to what is due next: it is told then, though nobody asks.</summary>
    private void Arm()
    {
        var due = view.Snapshot.Due;
        if (due == armed) return;
        armed = due;
        if (timer is null && due == long.MaxValue) return;
        timer ??= Session.Clock.CreateTimer(static part => ((VendorSession)part!).Settle(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        timer.Change(due == long.MaxValue ? Timeout.InfiniteTimeSpan : TimeSpan.FromMicroseconds(Math.Max(0, due - Session.Clock.Now)), Timeout.InfiniteTimeSpan);
    }

    private T Make<TArgument, T>(TArgument argument, Func<Change, TArgument, T> change)
    {
        var under = new Change(View, demand);
        var result = change(under, argument);
        Finish(under);
        return result;
    }

    /// <summary>Makes the moves that are due; the caller has the turn.</summary>
    private void Pass()
    {
        var now = Session.Clock.Now;
        if (view.Snapshot.Due > now) return;
        var change = new Change(new View(Renderer, view.Snapshot, now, demand, view.Strata), demand);
        Passage.Settle(change, Vendor.Pass);
        Finish(change);
    }

    private View Settled()
    {
        Settle();
        return view;
    }

    private void Finish(Change change)
    {
        view = change.View;
        Tell(change);
        Arm();
    }

    /// <summary>Everything that was written up to now; to be gone back to.</summary>
    internal Snapshot Checkpoint() => view.Snapshot;

    /// <summary>Goes back to a moment: whatever was written since is gone.</summary>
    internal void Rollback(Snapshot moment) => writing.Take(() =>
    {
        view = ViewOf(moment);
        armed = 0;
        Arm();
    });

    /// <summary>Goes on with the vendor as its files are now.</summary>
    /// <param name="renderer">The session's customers of now.</param>
    /// <param name="lost">Gets what clients wrote and what does not fit.</param>
    /// <returns>Makes of a snapshot of before one of now.</returns>
    internal Func<Snapshot, Snapshot> Replace(ISessionVendor vendor, Renderer renderer, ICollection<LostWrite> lost)
    {
        var before = Vendor;
        writing.Take(() =>
        {
            (Vendor, Renderer) = (vendor, renderer);
            demand.Clear();
            view = ViewOf(vendor.Carry(view.Snapshot, before, renderer, lost));
            Arm();
        });
        return earlier => vendor.Carry(earlier, before, renderer, []);
    }

    /// <summary>Keeps no longer the customers of the population that no client wrote.</summary>
    internal void ForgetKept() => writing.Take(() => view = ViewOf(view.Snapshot.WithoutKept()));

    /// <summary>Forgets whatever clients wrote and used up.</summary>
    internal void Reset()
    {
        Rollback(Renderer.Pristine);
        tallies = null;
        Interlocked.Exchange(ref requests, 0);
    }

    /// <summary>Tells whoever listens what a writer did; while no other writes, so that what happens to a customer is told in its order.</summary>
    private void Tell(Change change)
    {
        foreach (var (old, after, at) in change.Done)
        {
            var from = old is { } known ? change.View.StratumOf(known).State.Name : null;
            var what = after.IsGone ? CustomerChange.Deleted : from is null ? CustomerChange.Created : from == after.Stratum.State ? CustomerChange.Updated : CustomerChange.Moved;
            Session.Events.Publish(new CustomerEvent(at, Vendor.Name, after.Id, what, from, after.Stratum.State, after.Stratum.Kind, after.Json));
        }
    }

    private View ViewOf(Snapshot snapshot) => new(Renderer, snapshot, Session.Clock.Now, demand);
}
