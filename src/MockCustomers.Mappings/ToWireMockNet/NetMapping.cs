using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;

namespace MockCustomers.Mappings.ToWireMockNet;

/// <summary>A mapping of WireMock as WireMock.Net's MappingModel.</summary>
internal static class NetMapping
{
    private static readonly string[] Known =
    [
        "id", "uuid", "name", "request", "response", "priority", "scenarioName", "requiredScenarioState", "newScenarioState", "serveEventListeners", "postServeActions", "persistent", "metadata", "$schema",
    ];

    private static readonly string[] Ids = ["id", "uuid"];

    public static JsonObject Of(JsonPlace mapping, Target target, int? sequence)
    {
        mapping.Allow(Known);
        var (net, carried) = (new JsonObject(), new Carried(target));
        AddName(net, mapping);
        NetPriority.Add(net, mapping, carried, sequence);
        NetScenario.Add(net, mapping, carried);
        if (mapping.Optional("request") is { } request) net["Request"] = NetRequest.Of(request, target);
        else mapping.Missing("request", "an object; {} for every request", 0);
        net["Response"] = NetResponse.Of(mapping.Optional("response"), target, carried);
        NetWebhooks.Add(net, mapping);
        if (mapping.Optional("persistent") is { } persistent) carried.Note("persistent", mapping.Flag("persistent"));
        if (mapping.Optional("metadata") is { Json: { } metadata }) carried.Note("metadata", metadata);
        if (carried.Data is { } data) net["Data"] = data;
        return net;
    }

    private static void AddName(JsonObject net, JsonPlace mapping)
    {
        var ids = Ids.Select(key => mapping.Optional(key) is { } place ? Id(place) : null).OfType<string>().Distinct().ToList();
        if (ids.Count > 1) mapping.Report("'id' and 'uuid' differ", "one of them");
        if (ids.Count > 0) net["Guid"] = ids[0];
        if (mapping.Text("name") is { } name) net["Title"] = name;
    }

    private static string? Id(JsonPlace place)
    {
        if (Guid.TryParseExact(place.AsText, "D", out var id)) return id.ToString();
        place.Expected("a UUID such as \"0f9a1f2e-6f0c-4b0e-9a55-1c2d3e4f5a6b\"");
        return null;
    }
}
