using System.Text.Json;
using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using MockCustomers.Matching;

namespace MockCustomers.Mappings.ToWireMock;

/// <summary>WireMock.Net's ResponseModel as WireMock's response.</summary>
internal static class JavaResponse
{
    private static readonly string[] Known =
    [
        "StatusCode", "Headers", "Body", "BodyAsJson", "BodyAsJsonIndented", "BodyAsBytes", "BodyAsFile", "BodyAsFileIsCached", "BodyDestination", "UseTransformer", "TransformerType", "UseTransformerForBodyAsFile",
        "TransformerReplaceNodeOptions", "Delay", "MinimumRandomDelay", "MaximumRandomDelay", "ProxyUrl", "Fault",
    ];

    private static readonly string[] Bodies = ["Body", "BodyAsJson", "BodyAsBytes", "BodyAsFile"];
    private static readonly string[] Carried = ["statusMessage", "fault", "fixedDelayMilliseconds", "delayDistribution", "chunkedDribbleDelay"];
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static readonly Dictionary<string, string> NotHere = new()
    {
        ["BodyEncoding"] = "UTF-8, or BodyAsBytes",
        ["HeadersRaw"] = "Headers",
        ["TrailingHeaders"] = "Headers",
        ["ProxyUrlReplaceSettings"] = "ProxyUrl",
        ["WebProxy"] = "ProxyUrl",
        ["X509Certificate2ThumbprintOrSubjectName"] = "ProxyUrl",
        ["ProtoDefinition"] = "JSON",
        ["ProtoDefinitions"] = "JSON",
        ["ProtoBufMessageType"] = "JSON",
    };

    /// <param name="carried">What <see cref="Mappings.Carried"/> kept; null for nothing.</param>
    public static JsonObject Of(JsonPlace response, JsonObject? carried)
    {
        Unsupported.Report(response, NotHere, Known);
        var java = new JsonObject();
        if (response.Optional("ProxyUrl")?.AsText is { } proxy)
        {
            java["proxyBaseUrl"] = proxy;
            return java;
        }

        java["status"] = Status(response);
        if (response.Optional("Headers") is { Json: JsonObject headers }) java["headers"] = headers.DeepClone();
        AddBody(java, response);
        AddDelay(java, response);
        if (response.Optional("Fault") is { } fault) AddFault(java, fault);
        foreach (var key in Carried)
            if (carried?[key] is { } value) java[key] = value.DeepClone();
        return java;
    }

    private static long Status(JsonPlace response)
    {
        if (response.Optional("StatusCode") is not { } place) return 200;
        if (place.AsText is { } text && int.TryParse(text, out var number)) return number;
        return response.Number("StatusCode", 100, 999) ?? 200;
    }

    private static void AddBody(JsonObject java, JsonPlace response)
    {
        var present = Bodies.Where(key => response.Optional(key) is not null).ToList();
        if (present.Count > 1) response.Report($"{string.Join(" and ", present)} exclude each other", "one of them");
        if (response.Optional("BodyDestination") is { AsText: not "SameAsSource" } destination) destination.Expected("\"SameAsSource\"");
        if (response.Optional("Body")?.AsText is { } body) java["body"] = body;
        if (response.Optional("BodyAsBytes")?.AsText is { } bytes) java["base64Body"] = bytes;
        if (response.Optional("BodyAsFile")?.AsText is { } file) java["bodyFileName"] = file;
        if (response.Optional("BodyAsJson")?.Json is { } json)
        {
            if (response.Flag("BodyAsJsonIndented")) java["body"] = json.ToJsonString(Indented);
            else java["jsonBody"] = json.DeepClone();
        }

        if (response.Flag("UseTransformer")) AddTransformer(java, response);
    }

    private static void AddTransformer(JsonObject java, JsonPlace response)
    {
        if (response.Optional("TransformerType") is { AsText: not "Handlebars" } other) other.Report($"WireMock has no transformer '{other.AsText}'", "Handlebars");
        if (response.Optional("BodyAsJson") is { Json: { } json } place && json.ToJsonString().Contains("{{", StringComparison.Ordinal))
            place.Report("a template in BodyAsJson, of whose texts WireMock.Net makes numbers", "Body");
        if (response.Optional("BodyAsFile") is { } file && !response.Flag("UseTransformerForBodyAsFile")) file.Report("a file that is no template beside what is one", "UseTransformerForBodyAsFile");
        if (response.Optional("Body")?.AsText is { } body) TemplateReader.Check(body, response);
        foreach (var header in response.Optional("Headers")?.Json is JsonObject headers ? headers : []) TemplateReader.Check(header.Value?.ToJsonString() ?? "", response);
        java["transformers"] = new JsonArray("response-template");
    }

    private static void AddDelay(JsonObject java, JsonPlace response)
    {
        if (response.Number("Delay", 1, int.MaxValue) is { } delay) java["fixedDelayMilliseconds"] = delay;
        else if (response.Optional("MinimumRandomDelay") is not null || response.Optional("MaximumRandomDelay") is not null)
            java["delayDistribution"] = new JsonObject { ["type"] = "uniform", ["lower"] = response.Number("MinimumRandomDelay", 0, int.MaxValue) ?? 0, ["upper"] = response.Number("MaximumRandomDelay", 0, int.MaxValue) ?? 60_000 };
    }

    private static void AddFault(JsonObject java, JsonPlace fault)
    {
        fault.Allow("Type", "Percentage");
        fault.Optional("Percentage")?.Report("WireMock has no 'Percentage' of a fault", "a fault always, or a scenario");
        if (fault.OneOf("Type", ["EMPTY_RESPONSE", "MALFORMED_RESPONSE_CHUNK", "NONE"]) is { } type and not "NONE") java["fault"] = type;
    }
}
