using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;

namespace MockCustomers.Mappings.ToWireMockNet;

/// <summary>The body of a response, and whether it is a template.</summary>
internal static class NetContent
{
    public static readonly string[] Keys = ["body", "jsonBody", "base64Body", "bodyFileName"];

    private const string Begin = "{{";
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Add(JsonObject net, JsonPlace response)
    {
        var present = Keys.Where(key => response.Optional(key) is not null).ToList();
        if (present.Count > 1) response.Report($"{string.Join(" and ", present)} exclude each other", "one of them");
        var key = present.FirstOrDefault();
        var isTemplate = IsTemplate(response, key);
        if (key is not null) Add(net, response.Optional(key)!, key, isTemplate);
        if (!isTemplate) return;
        if (net["Headers"] is JsonObject headers) net["Headers"] = Unescaped(headers);
        net["UseTransformer"] = true;
        net["TransformerType"] = "Handlebars";
        if (key == "bodyFileName") net["UseTransformerForBodyAsFile"] = true;
    }

    private static void Add(JsonObject net, JsonPlace place, string key, bool isTemplate)
    {
        if (key == "jsonBody")
        {
            // As JSON, WireMock.Net would make numbers of the texts that a template yields, and moments of some texts.
            if (!isTemplate && place.Json is JsonObject or JsonArray && !IsAltered(place.Json!)) net["BodyAsJson"] = place.Json!.DeepClone();
            else net["Body"] = Filled(place.Json!.ToJsonString(Plain), isTemplate);
        }
        else if (place.AsText is not { } text)
        {
            place.Expected("a text");
        }
        else if (key == "base64Body")
        {
            if (!Convert.TryFromBase64String(text, new byte[text.Length], out _)) place.Expected("bytes in Base64");
            net["BodyAsBytes"] = text;
        }
        else
        {
            net[key == "body" ? "Body" : "BodyAsFile"] = Filled(text, isTemplate);
        }
    }

    /// <remarks>WireMock.Net escapes for HTML what two braces hold, WireMock does not.</remarks>
    private static string Filled(string text, bool isTemplate) => isTemplate ? TemplateReader.Unescaped(text) : text;

    /// <summary>Whether there is something to fill in; reported when WireMock.Net would not fill it in the same way.</summary>
    /// <remarks>Where nothing is, the transformer is left out: it takes its time.</remarks>
    private static bool IsTemplate(JsonPlace response, string? key)
    {
        if (!Transforms(response)) return false;
        var headers = response.Optional("headers")?.Json is JsonObject map ? map.SelectMany(header => Texts(header.Value)) : [];
        var content = key is "body" or "jsonBody" or "bodyFileName" && response.Optional(key) is { } place ? (place.AsText is { } text ? [text] : Texts(place.Json)) : Enumerable.Empty<string>();
        var templates = headers.Concat(content).Where(text => text.Contains(Begin, StringComparison.Ordinal)).ToList();
        foreach (var template in templates) TemplateReader.Check(template, response);
        if (key == "base64Body" && templates.Count > 0) response.Report("templates in headers beside 'base64Body'", "'body': WireMock.Net would serve no body");
        return templates.Count > 0 || key == "bodyFileName";
    }

    private static JsonNode? Unescaped(JsonNode? json) => json switch
    {
        JsonObject map => new JsonObject(map.Select(property => KeyValuePair.Create(property.Key, Unescaped(property.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Unescaped)]),
        JsonValue value when value.TryGetValue(out string? text) => TemplateReader.Unescaped(text),
        _ => json?.DeepClone(),
    };

    private static bool Transforms(JsonPlace response)
    {
        if (response.Optional("transformerParameters") is { } parameters && parameters.Json is not JsonObject { Count: 0 })
            parameters.Report("WireMock.Net has no 'transformerParameters'", "the values themselves, in the template");
        var transformers = response.Optional("transformers")?.Items() ?? [];
        foreach (var other in transformers.Where(transformer => transformer.AsText != "response-template")) other.Report($"WireMock.Net has no transformer '{other.AsText}'", "response-template");
        return transformers.Count > 0;
    }

    private static IEnumerable<string> Texts(JsonNode? json) => json switch
    {
        JsonObject map => map.SelectMany(property => Texts(property.Value).Prepend(property.Key)),
        JsonArray list => list.SelectMany(Texts),
        JsonValue value when value.TryGetValue(out string? text) => [text],
        _ => [],
    };

    private static bool IsAltered(JsonNode json) => Texts(json).Any(text => text.Length > 10 && char.IsAsciiDigit(text[0]) && text[4] == '-' && text[10] == 'T');
}
