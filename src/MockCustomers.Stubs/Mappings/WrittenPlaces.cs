using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;

namespace MockCustomers.Stubs.Mappings;

/// <summary>Says where the user wrote what stands in a converted mapping.</summary>
/// <param name="written">The mapping in WireMock's JSON.</param>
internal sealed class WrittenPlaces(JsonPlace written)
{
    private static readonly string[] Listeners = ["serveEventListeners", "postServeActions"];

    /// <summary>Checks a converted mapping, and reports what is not allowed where the user wrote it.</summary>
    public void Check(MappingRules rules, JsonObject converted)
    {
        var mistakes = new DiagnosticBag();
        rules.Check(new JsonPlace(converted, "", "", mistakes));
        foreach (var (_, pointer, problem, remedy) in mistakes.Found) Of(pointer).Report(problem, remedy);
    }

    private JsonPlace Of(string pointer) => (pointer.Split('/') switch
    {
        [_, "Response", "ProxyUrl"] => At("response", "proxyBaseUrl"),
        [_, "Response", "BodyAsFile"] => At("response", "bodyFileName"),
        [_, "Webhook", ..] => Webhooks().FirstOrDefault(),
        [_, "Webhooks", var index, ..] => Webhooks().ElementAtOrDefault(int.Parse(index, System.Globalization.CultureInfo.InvariantCulture)),
        [_, "Request", ..] => written.Optional("request"),
        _ => null,
    }) ?? written;

    private JsonPlace? At(string part, string key) => written.Optional(part)?.Optional(key);

    /// <summary>The URLs of webhooks, in the order in which they are converted.</summary>
    private IEnumerable<JsonPlace> Webhooks()
    {
        foreach (var key in Listeners)
        {
            if (written.Optional(key) is not { } place) continue;
            if (place.IsObject && place.Optional("webhook")?.Optional("url") is { } only) yield return only;
            if (place.Json is not JsonArray) continue;
            foreach (var listener in place.Items())
                if (listener.Optional("parameters")?.Optional("url") is { } url) yield return url;
        }
    }
}
