using MockCustomers.Server.Webhooks;
using MockCustomers.Webhooks;

namespace MockCustomers.Testing;

/// <summary>A webhook: what becomes of customers is told to a receiver, signed the vendor's way, and again after a failure as the world's clock goes on. Disposal, and the end of the world, take it away.</summary>
public sealed class SandboxWebhook : IDisposable
{
    /// <summary>How long is waited for attempts where nothing else is said.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SandboxSession world;
    private readonly Subscription added;

    internal SandboxWebhook(SandboxSession world, Subscription added)
    {
        this.world = world;
        this.added = added;
    }

    /// <summary>Its id, in the vendor's form.</summary>
    public string Id => added.Id;

    /// <summary>The vendor's name.</summary>
    public string Vendor => added.Vendor;

    /// <summary>Where it is sent.</summary>
    public Uri Url => Latest.Url;

    /// <summary>The events that are told, as the vendor calls them.</summary>
    public IReadOnlyList<string> Events => Latest.Events.Count > 0 ? Latest.Events : world.Sandbox.Host(Vendor).Vendor.Webhooks!.Names;

    /// <summary>The ids of the customers of whom alone it tells; empty for all.</summary>
    public IReadOnlyList<string> Customers => Latest.Customers;

    /// <summary>What its messages are signed with.</summary>
    public string Secret => Latest.Secret;

    /// <summary>Whether anything is sent: not where a client switched it off at the vendor's endpoint, and not once it was taken away.</summary>
    public bool IsEnabled => Now is { IsEnabled: true };

    /// <summary>The latest 1,000 deliveries, oldest first; none once it was taken away.</summary>
    public IReadOnlyList<SandboxDelivery> Attempts => [.. (Sent?.Log.All ?? []).Select(attempt => new SandboxDelivery(attempt))];

    /// <summary>How many messages are still to be sent, or to be sent again.</summary>
    public int Waiting => Sent?.Queue.Waiting ?? 0;

    private Subscription? Now => Book.Find(Id) is { } known && ReferenceEquals(known.Identity, added.Identity) ? known : null;

    private Subscription Latest => Now ?? added;

    private SubscriptionBook Book => world.Session.Subscriptions;

    private SubscriptionDeliveries? Sent => Now is null ? null : ((Outbox?)Book.Outbox)?.Find(Id);

    /// <summary>Waits until it was sent so many times: a message is on its way for a moment after what it tells has happened.</summary>
    /// <param name="count">1 and up.</param>
    /// <param name="within">How long, on the machine's clock; 30 seconds by default.</param>
    /// <param name="stop">Gives up waiting.</param>
    /// <returns>All <see cref="Attempts"/>: so many, or more.</returns>
    /// <exception cref="TimeoutException">It was not; it tells the attempts that there were.</exception>
    /// <exception cref="ObjectDisposedException">The world is closed, or it was taken away.</exception>
    public async Task<IReadOnlyList<SandboxDelivery>> AttemptsAsync(int count, TimeSpan? within = null, CancellationToken stop = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        using var patience = new CancellationTokenSource(within ?? Patience, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stop);
        var events = world.Session.Events;
        while (true)
        {
            // What comes after this number was taken is waited for below.
            var latest = events.Latest;
            world.ThrowIfGone();
            ObjectDisposedException.ThrowIf(Now is null, this);
            if (Attempts is var attempts && attempts.Count >= count) return attempts;
            try
            {
                await events.WaitAsync(latest).WaitAsync(either.Token);
            }
            catch (OperationCanceledException) when (!stop.IsCancellationRequested)
            {
                throw new TimeoutException($"it was sent {attempts.Count} times, not {count} times, to {Url}{string.Concat(attempts.Select(attempt => $"\n  {attempt}"))}");
            }
        }
    }

    /// <summary>Sends the body of an attempt once more, signed anew.</summary>
    /// <param name="attempt">Its number.</param>
    /// <param name="stop">Gives up waiting for the receiver.</param>
    /// <returns>What came of it; a receiver that does not take it is no exception.</returns>
    /// <exception cref="ArgumentException">There is no such attempt, or no longer.</exception>
    /// <exception cref="ObjectDisposedException">The world is closed.</exception>
    public async Task<SandboxDelivery> ReplayAsync(int attempt, CancellationToken stop = default)
    {
        world.ThrowIfGone();
        if (Sent?.Log.Find(attempt) is not { } sent) throw new ArgumentException($"there is no attempt {attempt}, or it is forgotten; Attempts has the latest {AttemptLog.Most}", nameof(attempt));
        return new SandboxDelivery(await ((Outbox)Book.Outbox!).ReplayAsync(Latest, sent).WaitAsync(stop));
    }

    /// <summary>Takes it away; what was still to be sent is not sent.</summary>
    public void Dispose()
    {
        if (Now is not null) Book.Remove(Id);
    }
}
