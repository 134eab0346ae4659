using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;

namespace MockCustomers.Mappings;

/// <summary>What WireMock says and WireMock.Net has no word for: kept in WireMock's words, in the mapping's "Data", under "WireMock".</summary>
/// <remarks>
/// To be done by the sandbox: statusMessage, fault, delayDistribution (and fixedDelayMilliseconds beside it), chunkedDribbleDelay. To be shown again: priority, persistent, metadata, scenarioName.
/// </remarks>
internal sealed class Carried(Target target)
{
    public const string Key = "WireMock";

    private readonly JsonObject kept = [];

    /// <summary>Whether the sandbox is to serve the mapping.</summary>
    public bool IsDone => target == Target.Sandbox;

    /// <summary>For "Data"; null when there is nothing.</summary>
    public JsonObject? Data => kept.Count == 0 ? null : new JsonObject { [Key] = kept };

    /// <summary>Keeps what does not change what is served.</summary>
    public void Note(string key, JsonNode value) => kept[key] = value.DeepClone();

    /// <summary>Keeps what the sandbox has to do; reported when the mapping is for any WireMock.Net.</summary>
    public void Do(JsonPlace place, string key)
    {
        if (target == Target.Sandbox) Note(key, place.Json!);
        else place.Report($"WireMock.Net has no '{key}'", Refusals.Stay);
    }
}
