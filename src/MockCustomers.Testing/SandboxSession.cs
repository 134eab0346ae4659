using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using MockCustomers.Events;
using MockCustomers.Server.Control;
using MockCustomers.Sessions;
using MockCustomers.Testing.InMemory;

namespace MockCustomers.Testing;

/// <summary>A world over the vendors that nobody else sees: its own writes, clock, faults, stubs and calls.</summary>
/// <remarks>
/// Any number of threads may use it at once. Disposal closes it: its keys no longer work, and whoever goes on to steer it is told so by an
/// <see cref="ObjectDisposedException"/>; calls and customers can still be looked at.
/// </remarks>
public sealed class SandboxSession : IDisposable
{
    /// <summary>So many events are taken in one go.</summary>
    private const int MostEvents = 100;

    private readonly ConcurrentDictionary<string, SandboxVendor> vendors = new(StringComparer.Ordinal);

    internal SandboxSession(Sandbox sandbox, Session session)
    {
        Sandbox = sandbox;
        Session = session;
        Clock = new SandboxClock(this);
        Calls = new SandboxCalls(session.Journal, null);
    }

    /// <summary>Its name, which the header X-Sandbox-Session takes.</summary>
    public string Name => Session.Name;

    /// <summary>Its time, the same for every vendor.</summary>
    public SandboxClock Clock { get; }

    /// <summary>The calls of all vendors.</summary>
    public SandboxCalls Calls { get; }

    /// <summary>The webhooks of all vendors at this moment, in the order in which they were added; a vendor's own <see cref="SandboxVendor.Webhooks"/> adds one.</summary>
    public IReadOnlyList<SandboxWebhook> Webhooks => [.. Session.Subscriptions.All.Select(known => new SandboxWebhook(this, known))];

    internal Sandbox Sandbox { get; }

    internal Session Session { get; }

    /// <summary>The session, to be changed.</summary>
    /// <exception cref="ObjectDisposedException">It is closed.</exception>
    internal Session Steered
    {
        get
        {
            ThrowIfGone();
            return Session;
        }
    }

    /// <summary>Whether requests that name no session come here.</summary>
    internal bool IsDefault => Session == Sandbox.Sessions.Default;

    /// <summary>A vendor in this world.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public SandboxVendor Vendor(string name) => vendors.TryGetValue(name, out var known) ? known : vendors.GetOrAdd(name, new SandboxVendor(this, Sandbox.Host(name)));

    /// <summary>What happens in it, while it happens: from this call on, or from an event on; until the world is closed.</summary>
    /// <param name="types">Of these types alone; null for all. What is lost is told in any case.</param>
    /// <param name="vendor">What concerns this vendor, or all vendors; null for everything.</param>
    /// <param name="after">Goes on after the event of this number; 0 for all that are kept, the latest 1,000; null for those to come.</param>
    /// <param name="stop">Ends it with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">There is no vendor of that name.</exception>
    public IAsyncEnumerable<SandboxEvent> EventsAsync(
        IReadOnlyCollection<SandboxEventType>? types = null, string? vendor = null, long? after = null, CancellationToken stop = default)
    {
        if (after is { } number) ArgumentOutOfRangeException.ThrowIfNegative(number, nameof(after));
        Names.Known(vendor, Sandbox.Vendors, "vendor");
        return HappeningAsync(types, vendor, after ?? Session.Events.Latest, stop);
    }

    /// <summary>Answers requests to the vendors' real host names in memory, without a socket: the same bytes, delays and faults.</summary>
    /// <param name="others">Gets the requests to other hosts; null refuses them with an <see cref="HttpRequestException"/> that tells the names that are known.</param>
    /// <returns>A handler for <see cref="HttpClient"/>; who disposes of it ends nothing of the world.</returns>
    public HttpMessageHandler CreateHandler(HttpMessageHandler? others = null) => new SandboxHandler(this, others);

    /// <summary>Notes what was written up to now and the time, to be gone back to.</summary>
    /// <returns>What <see cref="Rollback"/> takes.</returns>
    /// <exception cref="InvalidOperationException">There are 100 already.</exception>
    public string Checkpoint() => Steered.AddCheckpoint()
        ?? throw new InvalidOperationException($"the session has {Session.MostCheckpoints} checkpoints; reset it, or roll back to one of them");

    /// <summary>Goes back to a checkpoint: what was written since is gone, and the clock is where it was. Later checkpoints are forgotten; calls and faults stay.</summary>
    /// <exception cref="ArgumentException">There is no such checkpoint, or no longer.</exception>
    public void Rollback(string checkpoint)
    {
        if (!Steered.Rollback(checkpoint)) throw new ArgumentException($"there is no checkpoint '{checkpoint}'", nameof(checkpoint));
    }

    /// <summary>Begins anew: nothing written, no calls, faults, stubs or checkpoints, and the clock where it began.</summary>
    public void Reset() => Steered.Reset();

    /// <summary>Closes it. The <see cref="Sandbox.Default"/> world cannot be closed, and begins anew instead.</summary>
    public void Dispose()
    {
        if (IsDefault) Session.Reset();
        else Sandbox.Close(Session);
    }

    private async IAsyncEnumerable<SandboxEvent> HappeningAsync(IReadOnlyCollection<SandboxEventType>? types, string? vendor, long last, [EnumeratorCancellation] CancellationToken stop)
    {
        var events = Session.Events;
        using var reading = events.Read();
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            var isClosed = events.IsClosed;
            var batch = events.After(last, MostEvents);
            if (batch.Lost > 0) yield return new SandboxEvent(last + batch.Lost, SandboxEventType.Lost, null, new JsonObject { ["count"] = batch.Lost });
            foreach (var happened in batch.Events)
            {
                if ((vendor is null || happened.Whose is null || happened.Whose == vendor) && (types is null || types.Contains(TypeOf(happened))))
                    yield return new SandboxEvent(happened.Number, TypeOf(happened), happened.Whose, EventStream.Shown(happened));
            }

            if (batch.Last == last && isClosed) yield break;
            if (batch.Last == last) await events.WaitAsync(last).WaitAsync(stop);
            last = batch.Last;
        }
    }

    private static SandboxEventType TypeOf(Events.SandboxEvent happened) => happened.Type switch
    {
        EventType.Request => SandboxEventType.Request,
        EventType.Customer => SandboxEventType.Customer,
        EventType.Clock => SandboxEventType.Clock,
        _ => SandboxEventType.Webhook,
    };

    private string Closed => $"the session '{Name}' of the sandbox is closed";

    /// <exception cref="ObjectDisposedException">It is closed.</exception>
    internal void ThrowIfGone()
    {
        if (!Sandbox.IsOpen(Session)) throw new ObjectDisposedException(nameof(SandboxSession), Closed);
    }

    /// <exception cref="HttpRequestException">It is closed.</exception>
    internal void ThrowIfClosed()
    {
        if (!Sandbox.IsOpen(Session)) throw new HttpRequestException(HttpRequestError.ConnectionError, $"{Closed}: whoever calls outlived the test");
    }
}
