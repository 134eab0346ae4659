using System.Text.Json;
using System.Text.Json.Nodes;
using MockCustomers.Exchange;
using MockCustomers.Webhooks;

namespace MockCustomers.Actions;

/// <summary>Reads what a client's body says of a subscription.</summary>
/// <param name="set">What stands for properties that a body does not have.</param>
/// <param name="ignored">Properties of a body that are not read.</param>
internal sealed class SubscriptionReader(WebhookRules rules, JsonObject set, IReadOnlyList<string> ignored)
{
    private readonly SubscriptionRules names = rules.Subscriptions;

    /// <summary>The subscription as the body has it.</summary>
    /// <param name="known">As it is; for a new one, what stands for what the body does not say.</param>
    /// <param name="violations">Gets what is wrong with the body.</param>
    public Subscription Read(JsonObject? body, Subscription known, SubscriptionBook book, List<Violation> violations)
    {
        var sent = set.DeepClone().AsObject();
        foreach (var (name, value) in body ?? [])
            if (!ignored.Contains(name)) sent[name] = value?.DeepClone();
        var all = known.Sent.DeepClone().AsObject();
        foreach (var (name, value) in sent) all[name] = value?.DeepClone();
        return known with
        {
            Url = sent[names.Url] is { } url ? Url(url, known.Url, book, violations) : known.Url,
            Events = names.Events is { } events && sent[events] is JsonArray list ? [.. list.Select(Text).OfType<string>()] : known.Events,
            Secret = names.Secret is { } secret && Text(sent[secret]) is { } text ? Secret(secret, text, violations) : known.Secret,
            IsEnabled = names.Enabled is { } enabled && sent[enabled] is JsonValue flag && flag.TryGetValue(out bool isEnabled) ? isEnabled : known.IsEnabled,
            Sent = all,
        };
    }

    private static string? Text(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private Uri Url(JsonNode value, Uri known, SubscriptionBook book, List<Violation> violations)
    {
        var text = Text(value) ?? "";
        if (WebhookUrl.Read(text, out _) is { } url && book.Refusal(url) is null) return url;
        violations.Add(new Violation("/body/" + names.Url, names.Url, "format", "url", text));
        return known;
    }

    private string Secret(string property, string text, List<Violation> violations)
    {
        if (rules.Signature.Refusal(text) is { } refusal) violations.Add(new Violation("/body/" + property, property, "format", refusal, text));
        return text;
    }
}
