using MockCustomers.Customers;
using MockCustomers.Events;

namespace MockCustomers.Webhooks;

/// <summary>The subscriptions of one session, and what becomes of its events for them.</summary>
/// <remarks>It listens to the session once there is a subscription: a session without costs nothing.</remarks>
/// <param name="rulesOf">How a vendor tells of its customers; null for one that does not, and for one that is not there.</param>
/// <param name="seed">Out of which secrets are made.</param>
internal sealed class SubscriptionBook(EventFeed events, Func<string, WebhookRules?> rulesOf, ulong seed)
{
    /// <summary>More than that a session does not have, all vendors together.</summary>
    public const int Most = 100;

    private readonly Lock changing = new();
    private readonly Dictionary<string, long> made = [];
    private readonly Dictionary<string, long> told = [];
    private volatile Subscription[] all = [];
    private IOutbox? outbox;
    private IDisposable? listening;
    private bool isClosed;

    /// <summary>Makes what takes webhooks to their receivers, when it is first needed; null where nothing does.</summary>
    public Func<IOutbox?>? MakeOutbox { get; set; }

    /// <summary>What takes them there; null where nothing does, and before there is a subscription.</summary>
    public IOutbox? Outbox => outbox;

    /// <summary>In the order in which they were made.</summary>
    public IReadOnlyList<Subscription> All => all;

    /// <summary>Those that clients made at a vendor's own endpoints.</summary>
    public IEnumerable<Subscription> OfClients(string vendor) => all.Where(known => known.IsOfClient && known.Vendor == vendor);

    /// <summary>The ids of a vendor's customers that subscriptions name.</summary>
    public IEnumerable<string> CustomersOf(string vendor) => all.Where(known => known.Vendor == vendor).SelectMany(known => known.Customers).Distinct();

    public Subscription? Find(string id) => Array.Find(all, known => known.Id == id);

    /// <summary>Why a url is never called; null when it may be.</summary>
    public string? Refusal(Uri url)
    {
        lock (changing) return Reached()?.Refusal(url);
    }

    /// <summary>A secret in the form of the vendor's, the same for the same subscriptions of a session.</summary>
    public string NewSecret(string vendor, WebhookRules rules)
    {
        lock (changing) return rules.Signature.MakeSecret(StableHash.Of(StableHash.Of(seed, "webhook:" + vendor), (ulong)made.GetValueOrDefault(vendor)));
    }

    /// <summary>Adds a subscription.</summary>
    /// <param name="draft">Its id does not count.</param>
    /// <returns>null when there are as many as there may be.</returns>
    public Subscription? Add(Subscription draft, WebhookRules rules)
    {
        lock (changing)
        {
            var most = rules.Subscriptions.Most;
            if (draft.IsOfClient && most == 1)
                foreach (var old in OfClients(draft.Vendor).ToList()) Drop(old);
            if (isClosed || all.Length >= Most || (draft.IsOfClient && OfClients(draft.Vendor).Count() >= most)) return null;
            var number = made.GetValueOrDefault(draft.Vendor);
            made[draft.Vendor] = number + 1;
            var added = draft with { Id = rules.Subscriptions.Ids.Of(number) };
            all = [.. all, added];
            Reached();
            listening ??= events.Subscribe(Hear);
            return added;
        }
    }

    /// <summary>Puts a subscription in the place of the one that has its id.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Replace(Subscription changed)
    {
        lock (changing)
        {
            var at = Array.FindIndex(all, known => known.Id == changed.Id);
            if (at < 0) return false;
            all = [.. all[..at], changed, .. all[(at + 1)..]];
            outbox?.Change(changed);
            return true;
        }
    }

    /// <summary>Takes a subscription away, and what was still to be sent.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Remove(string id)
    {
        lock (changing)
        {
            if (Find(id) is not { } known) return false;
            Drop(known);
            return true;
        }
    }

    /// <summary>Takes away those of a vendor that is no longer there.</summary>
    public void Leave(string vendor)
    {
        lock (changing)
        {
            foreach (var known in all.Where(known => known.Vendor == vendor).ToList()) Drop(known);
        }
    }

    /// <summary>Begins anew, without any.</summary>
    public void Reset()
    {
        lock (changing)
        {
            Stop();
            outbox?.Clear();
        }
    }

    /// <summary>Ends for good.</summary>
    public void Close()
    {
        lock (changing)
        {
            isClosed = true;
            Stop();
            outbox?.Close();
        }
    }

    private void Stop()
    {
        listening?.Dispose();
        listening = null;
        all = [];
        made.Clear();
        lock (told) told.Clear();
    }

    private void Drop(Subscription known)
    {
        all = [.. all.Where(other => other != known)];
        outbox?.Forget(known.Id);
    }

    private IOutbox? Reached() => outbox ??= isClosed ? null : MakeOutbox?.Invoke();

    private void Hear(SandboxEvent happened)
    {
        if (happened is not CustomerEvent change || outbox is not { } post || rulesOf(change.Vendor) is not { } rules) return;
        var subscribed = all;
        if (!Array.Exists(subscribed, known => known.Vendor == change.Vendor)) return;
        foreach (var rule in rules.Events)
        {
            if (!rule.Tells(change)) continue;
            var message = rules.Message(rule, change, Next(change.Vendor));
            foreach (var known in subscribed)
                if (known.Vendor == change.Vendor && known.Wants(message)) post.Post(known, message);
        }
    }

    private long Next(string vendor)
    {
        lock (told) return (told[vendor] = told.GetValueOrDefault(vendor) + 1) - 1;
    }
}
