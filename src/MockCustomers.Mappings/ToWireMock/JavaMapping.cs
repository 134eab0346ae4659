using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using MockCustomers.Mappings.ToWireMockNet;
using MockCustomers.Matching;

namespace MockCustomers.Mappings.ToWireMock;

/// <summary>A mapping of WireMock.Net as WireMock's stub mapping, WireMock being the Java one.</summary>
internal static class JavaMapping
{
    private static readonly string[] Known =
    [
        "Guid", "UpdatedAt", "Title", "Description", "Priority", "Scenario", "WhenStateIs", "SetStateTo", "TimesInSameState", "Request", "Response", "Webhook", "Webhooks", "UseWebhooksFireAndForget",
        "SaveToFile", "Data",
    ];

    private static readonly Dictionary<string, string> NotHere = new()
    {
        ["TimeSettings"] = "mappings that are added and removed",
        ["IsDisabled"] = "a file that is not there",
        ["Probability"] = "a scenario",
        ["ProtoDefinition"] = "JSON",
        ["ProtoDefinitions"] = "JSON",
    };

    public static JsonObject Of(JsonPlace mapping)
    {
        Unsupported.Report(mapping, NotHere, Known);
        var carried = ReadCarried(mapping);
        var java = new JsonObject();
        if (mapping.Optional("Guid")?.AsText is { } id) java["id"] = id;
        if (mapping.Optional("Title")?.AsText is { } title) java["name"] = title;
        java["priority"] = carried?["priority"]?.DeepClone() ?? mapping.Number("Priority", int.MinValue, int.MaxValue) ?? 0;
        AddScenario(java, mapping);
        if (mapping.Optional("Request") is { } request) java["request"] = JavaRequest.Of(request);
        else mapping.Missing("Request", "an object", 0);
        java["response"] = mapping.Optional("Response") is { } response ? JavaResponse.Of(response, carried) : new JsonObject();
        JavaWebhooks.Add(java, mapping);
        if (mapping.Flag("SaveToFile")) java["persistent"] = true;
        if (mapping.Optional("Description") is { Json: { } description }) java["metadata"] = new JsonObject { ["description"] = description.DeepClone() };
        foreach (var key in new[] { "scenarioName", "persistent", "metadata" })
            if (carried?[key] is { } value) java[key] = value.DeepClone();
        return java;
    }

    private static JsonObject? ReadCarried(JsonPlace mapping)
    {
        if (mapping.Optional("Data") is not { } data) return null;
        data.Allow(Carried.Key);
        if (data.Optional(Carried.Key) is not { } carried) return null;
        carried.Allow("priority", "scenarioName", "persistent", "metadata", "statusMessage", "fault", "fixedDelayMilliseconds", "delayDistribution", "chunkedDribbleDelay");
        return carried.Json as JsonObject;
    }

    /// <remarks>A mapping of WireMock.Net that leads to no state leads back to the first one.</remarks>
    private static void AddScenario(JsonObject java, JsonPlace mapping)
    {
        var (required, next) = (mapping.Optional("WhenStateIs")?.AsText, mapping.Optional("SetStateTo")?.AsText);
        if (mapping.Number("TimesInSameState", 1, int.MaxValue) is > 1) mapping.Optional("TimesInSameState")!.Report("WireMock has no 'TimesInSameState'", "a state for each time");
        if (mapping.Optional("Scenario")?.AsText is not { } name)
        {
            if (required is not null || next is not null) mapping.Missing("Scenario", "the scenario whose state is meant", 0);
            return;
        }

        java["scenarioName"] = name;
        java["requiredScenarioState"] = required ?? NetScenario.First;
        if ((next ?? NetScenario.First) is var then && then != (required ?? NetScenario.First)) java["newScenarioState"] = then;
    }
}
