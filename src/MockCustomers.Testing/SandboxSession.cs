using System.Collections.Concurrent;
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
