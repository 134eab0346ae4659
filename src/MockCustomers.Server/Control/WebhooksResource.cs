using System.Globalization;
using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using MockCustomers.Exchange;
using MockCustomers.Server.Stubbing;
using MockCustomers.Server.Webhooks;
using MockCustomers.Sessions;
using MockCustomers.Vendors;
using MockCustomers.Webhooks;

namespace MockCustomers.Server.Control;

/// <summary>Who is told by webhooks what becomes of customers, what was sent, and sending it again; session by session.</summary>
internal sealed class WebhooksResource(Func<IReadOnlyList<VendorHost>> hosts) : IControlResource
{
    private const int MostEvents = 100;
    private const int MostCustomers = 1000;
    private const string Example = """{"vendor": "acme", "url": "http://127.0.0.1:9000/hook", "events": ["customer.created"]}""";
    private static readonly string[] Clocks = ["machine", "sandbox"];

    public IEnumerable<ControlRoute> Routes =>
    [
        ControlRoute.Get("/__admin/webhooks", call => ControlAnswer.Ok(new JsonObject { ["webhooks"] = new JsonArray([.. Book(call).All.Select(Card)]) })),
        ControlRoute.Async("POST", "/__admin/webhooks", AddAsync),
        ControlRoute.Get("/__admin/webhooks/{id}", call => ControlAnswer.Ok(Card(Found(call)))),
        ControlRoute.Delete("/__admin/webhooks/{id}", Remove),
        ControlRoute.Get("/__admin/webhooks/{id}/attempts", Attempts),
        ControlRoute.Async("POST", "/__admin/webhooks/{id}/attempts/{number}/replay", ReplayAsync),
    ];

    private SubscriptionBook Book(ControlCall call)
    {
        call.Query.Allow();
        return call.Query.Session(hosts()).Subscriptions;
    }

    private async ValueTask<ControlAnswer> AddAsync(ControlCall call)
    {
        call.Query.Allow();
        var session = Opened(call);
        var (draft, vendor) = call.Read(Example, body => Read(body, session));
        if (session.Subscriptions.Add(draft!, vendor!.Webhooks!) is not { } added)
            throw new ControlException(429, $"the session has {SubscriptionBook.Most} webhooks; DELETE some of them first");
        // Whoever asks for some customers is told of them, also of those that no client wrote.
        await session.Of(vendor).ChangeAsync((vendor, added), static (change, told) =>
        {
            told.vendor.Mover.Watch(change, told.added.Customers);
            return true;
        });
        var card = Card(added);
        card["secret"] = added.Secret;
        return new ControlAnswer(201, card);
    }

    /// <summary>The session that is asked for, opened by its first use as vendors do: a test subscribes before anything happens.</summary>
    private Session Opened(ControlCall call) => hosts() is [var first, ..] ? VendorAdmin.SessionOf(first.Sessions, call.Query.SessionName) : throw ControlException.NotReady;

    private (Subscription? Draft, Vendor? Vendor) Read(JsonPlace body, Session session)
    {
        body.Allow("vendor", "url", "events", "secret", "customers", "clock");
        var all = hosts();
        var name = body.OneOf("vendor", [.. all.Select(host => host.Name)]);
        if (name is null) body.Missing("vendor", $"the vendor: {string.Join(", ", all.Select(host => host.Name))}", "");
        var url = Url(body, session);
        if (all.FirstOrDefault(host => host.Name == name) is not { } host) return (null, null);
        var (vendor, rules) = (host.Vendor, host.Vendor.Webhooks!);
        var now = session.Clock.Now;
        return (new Subscription
        {
            Id = "",
            Vendor = vendor.Name,
            Url = url ?? new Uri(host.Url),
            Events = Events(body.Optional("events"), rules),
            Customers = Customers(body.Optional("customers"), session, vendor),
            Secret = Secret(body, rules) ?? (rules.IsKeySecret ? KeyOf(host, session) : session.Subscriptions.NewSecret(vendor.Name, rules)),
            IsSignedBySessionsClock = body.OneOf("clock", Clocks) == "sandbox",
            Created = now,
            Updated = now,
        }, vendor);
    }

    private static string KeyOf(VendorHost host, Session session) =>
        session == host.Sessions.Default ? host.Vendor.Keys[0] : host.Sessions.KeyOf(session, host.Vendor);

    private static Uri? Url(JsonPlace body, Session session)
    {
        if (body.Optional("url") is not { } place) return body.Missing("url", WebhookUrl.Wanted, (Uri?)null);
        if (place.AsText is not { } text)
        {
            place.Expected(WebhookUrl.Wanted);
            return null;
        }

        var url = WebhookUrl.Read(text, out var problem);
        if (problem is not null) place.Report(problem, WebhookUrl.Wanted);
        else if (session.Subscriptions.Refusal(url!) is { } refusal) place.Report(refusal.Split(';')[0], PrivateAddress.Wanted);
        return url;
    }

    private static List<string> Events(JsonPlace? place, WebhookRules rules)
    {
        var events = new List<string>();
        foreach (var item in Items(place, MostEvents))
        {
            if (item.AsText is { } name && rules.Names.Contains(name)) events.Add(name);
            else item.Report("the vendor sends no such event", Nearest.Remedy(item.AsText ?? "", rules.Names));
        }

        return events;
    }

    private static List<string> Customers(JsonPlace? place, Session session, Vendor vendor)
    {
        var customers = new List<string>();
        var view = session.Of(vendor).View;
        foreach (var item in Items(place, MostCustomers))
        {
            if (item.AsText is { } id && view.Find(id) is { } customer) customers.Add(view.IdOf(customer));
            else item.Report("no customer has this id", $"an id that GET /__admin/customers?vendor={vendor.Name} gives");
        }

        return customers;
    }

    private static IReadOnlyList<JsonPlace> Items(JsonPlace? place, int most)
    {
        var items = place?.Items() ?? [];
        if (items.Count <= most) return items;
        place!.Report($"there are {items.Count} of them", $"at most {most}");
        return [];
    }

    private static string? Secret(JsonPlace body, WebhookRules rules)
    {
        if (body.Text("secret") is not { } secret || rules.Signature.Refusal(secret) is not { } refusal) return body.Text("secret");
        body.Optional("secret")!.Report($"'{rules.Signature.Name}' takes no such secret", refusal);
        return null;
    }

    private ControlAnswer Remove(ControlCall call)
    {
        var found = Found(call);
        Book(call).Remove(found.Id);
        return ControlAnswer.Ok(Card(found));
    }

    private ControlAnswer Attempts(ControlCall call)
    {
        var sent = Sent(call, Found(call));
        // What no longer waits was attempted: the attempts are read last, and the number of the latest is how many there were then.
        var (waiting, dropped) = (sent?.Queue.Waiting ?? 0, sent?.Queue.Dropped ?? 0);
        var attempts = sent?.Log.All ?? [];
        return ControlAnswer.Ok(new JsonObject
        {
            ["attempts"] = new JsonArray([.. attempts.Select(AttemptWriter.Write)]),
            ["total"] = attempts is [.., var latest] ? latest.Number : 0,
            ["waiting"] = waiting,
            ["dropped"] = dropped,
        });
    }

    private async ValueTask<ControlAnswer> ReplayAsync(ControlCall call)
    {
        var subscription = Found(call);
        var text = call.Path("number");
        var attempt = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Sent(call, subscription)?.Log.Find(number) : null;
        if (attempt is null) throw new ControlException(404, $"there is no attempt '{text}', or it is forgotten; GET /__admin/webhooks/{subscription.Id}/attempts lists the latest {AttemptLog.Most}");
        try
        {
            return new ControlAnswer(201, AttemptWriter.Write(await ((Outbox)Book(call).Outbox!).ReplayAsync(subscription, attempt)));
        }
        catch (OperationCanceledException)
        {
            throw new ControlException(503, "the sandbox stops");
        }
    }

    private SubscriptionDeliveries? Sent(ControlCall call, Subscription subscription) => ((Outbox?)Book(call).Outbox)?.Find(subscription.Id);

    private Subscription Found(ControlCall call) => Book(call).Find(call.Path("id")) ?? throw new ControlException(404, $"there is no webhook '{call.Path("id")}'; GET /__admin/webhooks lists them");

    private JsonObject Card(Subscription subscription) => new()
    {
        ["id"] = subscription.Id,
        ["vendor"] = subscription.Vendor,
        ["url"] = subscription.Url.OriginalString,
        ["events"] = new JsonArray([.. (subscription.Events.Count > 0 ? subscription.Events : RulesOf(subscription)?.Names ?? []).Select(name => (JsonNode?)name)]),
        ["customers"] = subscription.Customers.Count == 0 ? null : new JsonArray([.. subscription.Customers.Select(id => (JsonNode?)id)]),
        ["signature"] = RulesOf(subscription)?.Signature.Name,
        ["clock"] = Clocks[subscription.IsSignedBySessionsClock ? 1 : 0],
        ["enabled"] = subscription.IsEnabled,
        ["createdAt"] = Timestamp.Shown(subscription.Created),
    };

    private WebhookRules? RulesOf(Subscription subscription) => hosts().FirstOrDefault(host => host.Name == subscription.Vendor)?.Vendor.Webhooks;
}
