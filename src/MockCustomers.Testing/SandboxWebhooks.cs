using System.Collections;
using MockCustomers.Store;
using MockCustomers.Testing.InMemory;
using MockCustomers.Vendors;
using MockCustomers.Webhooks;

namespace MockCustomers.Testing;

/// <summary>The webhooks of a vendor in one world: who is told what becomes of its customers, signed the vendor's way. Those that clients made at the vendor's own endpoints are among them.</summary>
public sealed class SandboxWebhooks : IEnumerable<SandboxWebhook>
{
    private readonly SandboxVendor vendor;

    internal SandboxWebhooks(SandboxVendor vendor) => this.vendor = vendor;

    /// <summary>Tells a receiver from now on.</summary>
    /// <param name="url">Of http or https: on this machine or in a private network, or a host that the sandbox was told of; any where there is a <paramref name="receiver"/>.</param>
    /// <param name="events">Of these events alone, as the vendor calls them; null for all.</param>
    /// <param name="customers">Of the customers with these ids alone, also of what becomes of them by themselves; null for all.</param>
    /// <param name="secret">What its messages are signed with, in the vendor's form; null for one that is made up, or for the key of the world where the vendor signs with that.</param>
    /// <param name="receiver">What takes the messages in memory, without a socket, such as the handler of a web application's test server; null for the network. It is not disposed.</param>
    /// <param name="isSignedByWorldsClock">Whether signatures carry the world's time; by default they carry the machine's, by which receivers judge their age.</param>
    /// <returns>Disposal takes it away.</returns>
    /// <exception cref="ArgumentException">The url is never called, the vendor has no such event or customer, or it takes no such secret; it tells what would be right.</exception>
    /// <exception cref="InvalidOperationException">The world has as many webhooks as it may have.</exception>
    /// <exception cref="ObjectDisposedException">The world is closed.</exception>
    public SandboxWebhook Add(
        Uri url, IReadOnlyCollection<string>? events = null, IReadOnlyCollection<string>? customers = null, string? secret = null, HttpMessageHandler? receiver = null, bool isSignedByWorldsClock = false)
    {
        var (rules, draft) = (vendor.Host.Vendor.Webhooks!, Draft(url, events, customers, secret, receiver, isSignedByWorldsClock));
        var added = Added(draft, rules);
        vendor.Part.Change((vendor.Host.Vendor, added), Watch);
        return new SandboxWebhook(vendor.World, added);
    }

    /// <summary>Tells a receiver from now on, as <see cref="Add"/> does, and holds no thread while another writes.</summary>
    /// <param name="url">As in <see cref="Add"/>.</param>
    /// <param name="events">As in <see cref="Add"/>.</param>
    /// <param name="customers">As in <see cref="Add"/>.</param>
    /// <param name="secret">As in <see cref="Add"/>.</param>
    /// <param name="receiver">As in <see cref="Add"/>.</param>
    /// <param name="isSignedByWorldsClock">As in <see cref="Add"/>.</param>
    /// <param name="stop">Gives up before it is added.</param>
    /// <returns>Disposal takes it away.</returns>
    public async Task<SandboxWebhook> AddAsync(
        Uri url, IReadOnlyCollection<string>? events = null, IReadOnlyCollection<string>? customers = null, string? secret = null, HttpMessageHandler? receiver = null, bool isSignedByWorldsClock = false,
        CancellationToken stop = default)
    {
        stop.ThrowIfCancellationRequested();
        var (rules, draft) = (vendor.Host.Vendor.Webhooks!, Draft(url, events, customers, secret, receiver, isSignedByWorldsClock));
        var added = Added(draft, rules);
        await vendor.Part.ChangeAsync((vendor.Host.Vendor, added), Watch);
        return new SandboxWebhook(vendor.World, added);
    }

    /// <summary>The webhooks of this moment, in the order in which they were added.</summary>
    public IEnumerator<SandboxWebhook> GetEnumerator() => vendor.World.Webhooks.Where(webhook => webhook.Vendor == vendor.Name).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Subscription Draft(Uri url, IReadOnlyCollection<string>? events, IReadOnlyCollection<string>? customers, string? secret, HttpMessageHandler? receiver, bool isSignedByWorldsClock)
    {
        ArgumentNullException.ThrowIfNull(url);
        var (session, rules) = (vendor.World.Steered, vendor.Host.Vendor.Webhooks!);
        var read = WebhookUrl.Read(url.OriginalString, out var problem);
        if (problem is not null) throw new ArgumentException($"{problem}; {WebhookUrl.Wanted}", nameof(url));
        if (receiver is null && session.Subscriptions.Refusal(read!) is { } refusal) throw new ArgumentException(refusal, nameof(url));
        foreach (var name in events ?? []) Names.Known(name, rules.Names, "event", nameof(events));
        if (secret is not null && rules.Signature.Refusal(secret) is { } wanted) throw new ArgumentException($"'{rules.Signature.Name}' takes no such secret; {wanted}", nameof(secret));
        var now = session.Clock.Now;
        return new Subscription
        {
            Id = "",
            Vendor = vendor.Name,
            Url = read!,
            Receiver = receiver is null ? null : new HttpMessageInvoker(new ReceiverHandler(receiver), disposeHandler: false),
            Events = [.. events ?? []],
            Customers = [.. (customers ?? []).Select(id => (vendor.Customers.Find(id) ?? throw new ArgumentException($"{vendor.Name} has nobody of the id '{id}'", nameof(customers))).Id)],
            Secret = secret ?? (rules.IsKeySecret ? vendor.Key : session.Subscriptions.NewSecret(vendor.Name, rules)),
            IsSignedBySessionsClock = isSignedByWorldsClock,
            Created = now,
            Updated = now,
        };
    }

    private Subscription Added(Subscription draft, WebhookRules rules) => vendor.World.Steered.Subscriptions.Add(draft, rules)
        ?? throw new InvalidOperationException($"the session has {SubscriptionBook.Most} webhooks; dispose of some of them first");

    /// <summary>Whoever asks for some customers is told of them, also of those that no client wrote.</summary>
    private static bool Watch(Change change, (Vendor Vendor, Subscription Added) told)
    {
        told.Vendor.Mover.Watch(change, told.Added.Customers);
        return true;
    }
}
