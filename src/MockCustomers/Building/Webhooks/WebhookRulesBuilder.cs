using System.Text.Json.Nodes;
using MockCustomers.Customers;
using MockCustomers.Events;
using MockCustomers.Ids;
using MockCustomers.Manifests;
using MockCustomers.Templates;
using MockCustomers.Webhooks;

namespace MockCustomers.Building.Webhooks;

/// <summary>Builds how a vendor tells of its customers.</summary>
internal static class WebhookRulesBuilder
{
    /// <summary>What Standard Webhooks recommends, and Svix does: about a day in all.</summary>
    private static readonly TimeSpan[] UsualRetries =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5), TimeSpan.FromHours(10), TimeSpan.FromHours(10),
    ];

    private static readonly TimeSpan UsualTimeout = TimeSpan.FromSeconds(15);

    private static readonly (string Name, CustomerChange[] On)[] UsualEvents =
    [
        ("customer.created", [CustomerChange.Created]),
        ("customer.updated", [CustomerChange.Updated, CustomerChange.Moved]),
        ("customer.deleted", [CustomerChange.Deleted]),
    ];

    /// <summary>What a vendor tells; null, and reported, when something is wrong.</summary>
    public static WebhookRules? Build(WebhooksManifest manifest, CustomerManifest customer, Population population)
    {
        var signature = SignatureSchemeBuilder.Build(manifest.Signature);
        var subscriptions = Subscriptions(manifest.Subscription, population);
        var messages = manifest.Id is { } id ? IdBuilder.Build(id, population.Seed, "webhook", population.Timeline) : Ulids(population, "webhook", "msg_");
        var events = manifest.Events.Select(e => Rule(e, manifest, customer)).ToList();
        if (manifest.Events.Count == 0)
            events.AddRange(UsualEvents.Select(usual => new WebhookRule(usual.Name, usual.On, [], [], [], Body(manifest.Body, manifest.Node), manifest.OmitsEmpty)));
        var headers = new List<KeyValuePair<string, TextTemplate>>();
        foreach (var (name, value) in manifest.Headers) headers.Add(KeyValuePair.Create(name, PlaceholderCheck.Text(value, manifest.Node.Optional("headers")!, WebhookValues.Placeholders)));
        if (signature is null || subscriptions is null || messages is null) return null;
        foreach (var name in signature.Headers.Where(taken => headers.Exists(header => header.Key.Equals(taken, StringComparison.OrdinalIgnoreCase))))
            manifest.Node.Report($"the header '{name}' is the signature's", "another header");
        return new WebhookRules
        {
            Events = events,
            Signature = signature,
            IsKeySecret = manifest.Signature.IsKeySecret,
            Headers = headers,
            Retries = manifest.Retries ?? UsualRetries,
            Timeout = manifest.Timeout ?? UsualTimeout,
            Delivered = manifest.Delivered,
            MessageIds = messages,
            Subscriptions = subscriptions,
        };
    }

    private static WebhookRule Rule(WebhookEventManifest manifest, WebhooksManifest all, CustomerManifest customer)
    {
        Check("state", manifest.From.Concat(manifest.To), customer.States, manifest.Node);
        Check("kind", manifest.Kinds, customer.Kinds, manifest.Node);
        if (manifest.From.Count + manifest.To.Count > 0 && !manifest.IsOf(CustomerChange.Moved))
            manifest.Node.Report("'from' and 'to' are of moves, and this event tells of none", "on: [moved]");
        return new WebhookRule(manifest.Name, manifest.On, manifest.From, manifest.To, manifest.Kinds, Body(manifest.Body ?? all.Body, manifest.Node), all.OmitsEmpty);
    }

    private static void Check(string what, IEnumerable<string> named, IReadOnlyList<GroupManifest> known, ManifestNode node)
    {
        foreach (var name in named.Where(name => known.All(group => group.Name != name)))
            node.Report($"unknown {what} '{name}'", known.Count == 0 ? "there is none" : $"one of: {string.Join(", ", known.Select(group => group.Name))}");
    }

    private static BodyTemplate Body(JsonNode? template, ManifestNode node) =>
        PlaceholderCheck.Body(template ?? new JsonObject { ["type"] = "{event}", ["timestamp"] = "{at}", ["data"] = "{customer}" }, node, WebhookValues.Placeholders);

    private static SubscriptionRules? Subscriptions(SubscriptionManifest manifest, Population population)
    {
        var ids = manifest.Id is { } id ? IdBuilder.Build(id, population.Seed, "subscription", population.Timeline) : Ulids(population, "subscription", "wh_");
        var shown = manifest.Body ?? new JsonObject { ["id"] = "{id}", ["url"] = "{url}", ["status"] = "{status}", ["created_at"] = "{createdAt}" };
        var body = PlaceholderCheck.Body(shown, manifest.Node, SubscriptionValues.Placeholders);
        return ids is null ? null : new SubscriptionRules(
            ids, manifest.Url, manifest.Events, manifest.Secret, manifest.Enabled, manifest.BeginsEnabled, manifest.Most, manifest.On, manifest.Off, body);
    }

    private static CustomerIds Ulids(Population population, string stream, string prefix) =>
        new(prefix, population.Timeline, new UlidShape(StableHash.Of(population.Seed, "id:" + stream), lower: false));
}
