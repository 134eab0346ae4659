using System.Globalization;
using System.Text.Json.Nodes;
using MockCustomers.Events;
using MockCustomers.Exchange;
using MockCustomers.Store;
using MockCustomers.Templates;

namespace MockCustomers.Webhooks;

/// <summary>What the body of a webhook can say.</summary>
/// <param name="id">The message's id.</param>
/// <param name="omitsEmpty">Whether an empty text, object or list is nothing.</param>
internal sealed class WebhookValues(CustomerEvent happened, string name, string id, bool omitsEmpty) : ITemplateValues
{
    public static readonly string[] Placeholders =
        ["event", "messageId", "customerId", "kind", "from", "to", "at", "atMicroseconds", "atSeconds", "customer", "customer.*"];

    private JsonNode? read;

    public bool Write(string placeholder, JsonBuffer json)
    {
        if (placeholder == "customer") json.Raw(happened.Customer.Span);
        else if (placeholder == "atSeconds") json.Number(happened.At / 1_000_000);
        else if (Of(placeholder) is not { } value || (omitsEmpty && IsEmpty(value))) return false;
        else PlainJson.Write(value, json);
        return true;
    }

    public string? Text(string placeholder) => Of(placeholder)?.ToString();

    private JsonNode? Of(string placeholder) => placeholder switch
    {
        "event" => name,
        "messageId" => id,
        "customerId" => happened.Id,
        "kind" => happened.Kind,
        "from" => happened.From,
        "to" => happened.To,
        "at" => Moment("fff"),
        "atMicroseconds" => Moment("ffffff"),
        "atSeconds" => happened.At / 1_000_000,
        "customer" => Customer,
        _ => FieldPath.At(Customer, placeholder["customer.".Length..]),
    };

    private JsonNode? Customer => read ??= PlainJson.Parse(happened.Customer.Span);

    private string Moment(string fraction) =>
        DateTimeOffset.UnixEpoch.AddMicroseconds(happened.At).ToString($"yyyy-MM-dd'T'HH:mm:ss.{fraction}'Z'", CultureInfo.InvariantCulture);

    private static bool IsEmpty(JsonNode value) => value switch
    {
        JsonObject map => map.Count == 0,
        JsonArray list => list.Count == 0,
        _ => FieldPath.Text(value) == "",
    };
}
