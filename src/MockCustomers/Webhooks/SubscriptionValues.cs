using System.Text.Json.Nodes;
using MockCustomers.Exchange;
using MockCustomers.Store;
using MockCustomers.Templates;

namespace MockCustomers.Webhooks;

/// <summary>What the vendor's own words of a subscription can say.</summary>
internal sealed class SubscriptionValues(Subscription subscription, SubscriptionRules rules) : ITemplateValues
{
    /// <summary>How many characters of a masked secret are shown, as long as it has twice as many.</summary>
    private const int ShownOfMasked = 6;

    public static readonly string[] Placeholders = ["id", "url", "events", "secret", "maskedSecret", "enabled", "status", "createdAt", "updatedAt", "sent.*"];

    public bool Write(string name, JsonBuffer json)
    {
        if (Of(name) is { } value) PlainJson.Write(value, json);
        else if (IsSentAsNull(name)) json.Null();
        else return false;
        return true;
    }

    public string? Text(string name) => Of(name)?.ToString();

    private JsonNode? Of(string name) => name switch
    {
        "id" => subscription.Id,
        "url" => subscription.Url.OriginalString,
        "events" => new JsonArray([.. subscription.Events.Select(name => (JsonNode?)name)]),
        "secret" => subscription.Secret,
        "maskedSecret" => (subscription.Secret.Length >= 2 * ShownOfMasked ? subscription.Secret[..ShownOfMasked] : "") + "...masked...",
        "enabled" => subscription.IsEnabled,
        "status" => subscription.IsEnabled ? rules.On : rules.Off,
        "createdAt" => Timestamp.Shown(subscription.Created),
        "updatedAt" => Timestamp.Shown(subscription.Updated),
        _ => FieldPath.At(subscription.Sent, Sent(name)),
    };

    private bool IsSentAsNull(string name) => name.StartsWith("sent.", StringComparison.Ordinal) && subscription.Sent.ContainsKey(Sent(name));

    private static string Sent(string name) => name["sent.".Length..];
}
