using System.Text.Json.Nodes;
using MockCustomers.Delays;
using MockCustomers.Events;
using MockCustomers.Exchange;

namespace MockCustomers.Manifests;

/// <summary>Reads what a manifest says of webhooks; where it says nothing, everything has a default.</summary>
internal static class WebhooksReader
{
    private const int MostRetries = 20;
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(30);
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromMinutes(5);
    private static readonly EnumNames<bool> Secrets = new() { ["key"] = true, ["subscription"] = false };
    private static readonly EnumNames<bool> Empties = new() { ["kept"] = false, ["omitted"] = true };
    private static readonly EnumNames<bool> Beginnings = new() { ["disabled"] = false, ["enabled"] = true };

    private static readonly EnumNames<CustomerChange> Changes = new()
    {
        ["created"] = CustomerChange.Created,
        ["updated"] = CustomerChange.Updated,
        ["moved"] = CustomerChange.Moved,
        ["deleted"] = CustomerChange.Deleted,
    };

    public static WebhooksManifest Read(ManifestNode root)
    {
        var node = root.Optional("webhooks") ?? Empty(root, "/webhooks");
        node.Allow("signature", "body", "empty", "headers", "events", "retries", "timeout", "delivered", "id", "subscription", "source");
        return new WebhooksManifest(
            Signature(node.Optional("signature") ?? Empty(node, "/webhooks/signature")),
            node.Optional("body")?.Json,
            node.Choice("empty", Empties) ?? false,
            HeaderReader.Read(node.Optional("headers")),
            [.. (node.Optional("events")?.Entries ?? []).Select(e => Event(e.Key, e.Value))],
            node.Optional("retries") is { } retries ? Retries(retries) : null,
            node.Optional("timeout") is { } timeout ? Duration(timeout, TimeSpan.FromMilliseconds(1), LongestTimeout) : null,
            Delivered(node.Optional("delivered")),
            Id(node.Optional("id")),
            Subscription(node.Optional("subscription") ?? Empty(node, "/webhooks/subscription")),
            node);
    }

    private static ManifestNode Empty(ManifestNode node, string pointer) => new(new JsonObject(), node.File, pointer, node.Diagnostics);

    private static WebhookSignatureManifest Signature(ManifestNode node)
    {
        node.Allow("scheme", "header", "prefix", "secret", "source");
        return new WebhookSignatureManifest(
            node.Text("scheme") ?? "standard-webhooks", HeaderReader.Name(node, "header"), HeaderReader.Value(node, "prefix") ?? "", node.Choice("secret", Secrets) ?? false, node);
    }

    private static WebhookEventManifest Event(string name, ManifestNode node)
    {
        node.Allow("on", "from", "to", "kinds", "body", "source");
        var on = new List<CustomerChange>();
        foreach (var item in node.Required("on", $"on: [{string.Join(", ", Changes.All)}], or some of them")?.Items ?? [])
        {
            if (item.AsText is { } text && Changes[text] is { } change) on.Add(change);
            else item.Report($"unknown change {ManifestNode.Shown(item.Json)}", $"one of: {string.Join(", ", Changes.All)}");
        }

        if (name.Length is 0 or > 100) node.Report($"an event cannot be called '{name}'", "1 to 100 characters");
        return new WebhookEventManifest(name, [.. on], node.Texts("from"), node.Texts("to"), node.Texts("kinds"), node.Optional("body")?.Json, node);
    }

    private static TimeSpan[] Retries(ManifestNode node)
    {
        var items = node.Items;
        if (items.Count > MostRetries) node.Report($"there are {items.Count} retries", $"at most {MostRetries}");
        var retries = new TimeSpan[items.Count];
        for (var i = 0; i < retries.Length; i++) retries[i] = Duration(items[i], TimeSpan.Zero, LongestWait) ?? TimeSpan.Zero;
        return retries;
    }

    private static TimeSpan? Duration(ManifestNode node, TimeSpan shortest, TimeSpan longest)
    {
        if (IsoDuration.TryParse(node.AsText, out var time) && time >= shortest && time <= longest) return time;
        node.Report($"{ManifestNode.Shown(node.Json)} is no such period", $"a period of ISO 8601 from {IsoDuration.Format(shortest)} to {IsoDuration.Format(longest)}, such as PT5S");
        return null;
    }

    private static List<int> Delivered(ManifestNode? node)
    {
        var statuses = new List<int>();
        foreach (var item in node?.Items ?? [])
        {
            if (item.Json is JsonValue value && value.TryGetValue(out int status) && status is >= 200 and <= 599) statuses.Add(status);
            else item.Report($"{ManifestNode.Shown(item.Json)} is no status", "200 to 599");
        }

        return statuses;
    }

    private static IdManifest? Id(ManifestNode? node)
    {
        if (node is null) return null;
        node.Allow("shape", "prefix", "letters", "source");
        return CustomerReader.Id(node);
    }

    private static SubscriptionManifest Subscription(ManifestNode node)
    {
        node.Allow("id", "url", "events", "secret", "enabled", "begins", "most", "status", "body", "source");
        var status = node.Optional("status");
        status?.Allow("enabled", "disabled");
        return new SubscriptionManifest(
            Id(node.Optional("id")),
            node.Text("url") ?? "url",
            node.Text("events"),
            node.Text("secret"),
            node.Text("enabled"),
            node.Choice("begins", Beginnings) ?? true,
            (int)(node.Number("most", 1, 100) ?? 100),
            status?.Text("enabled") ?? "enabled",
            status?.Text("disabled") ?? "disabled",
            node.Optional("body")?.Json,
            node);
    }
}
