using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using MockCustomers.Mappings;
using MockCustomers.Stubs.Mappings;
using WireMock;
using WireMock.Server;

namespace MockCustomers.Stubs.Inside;

/// <summary>What the mappings of a server do to replies by their Data.WireMock, found when it is first asked for.</summary>
internal sealed class StubEffects(WireMockServer server)
{
    private volatile Dictionary<Guid, (StubEffect Effect, int Priority)>? known;

    /// <summary>What a mapping does, and its priority; null for nothing.</summary>
    public (StubEffect Effect, int Priority)? Of(Guid mapping) => (known ??= Read()).TryGetValue(mapping, out var found) ? found : null;

    /// <summary>Reads the mappings anew before the next answer.</summary>
    public void Forget() => known = null;

    private Dictionary<Guid, (StubEffect Effect, int Priority)> Read()
    {
        var read = new Dictionary<Guid, (StubEffect, int)>();
        foreach (var mapping in server.Mappings)
            if (!mapping.IsAdminInterface && EffectOf(mapping) is { } effect) read[mapping.Guid] = (effect, mapping.Priority);
        return read;
    }

    /// <remarks>What a mapping carries was checked when it came; a mapping in .NET may hold anything, and carries nothing then.</remarks>
    private static StubEffect? EffectOf(IMapping mapping)
    {
        if (mapping.Data is not Newtonsoft.Json.Linq.JObject data || data[Carried.Key] is not { } carried) return null;
        var mistakes = new DiagnosticBag();
        var effect = StubEffectReader.Read(new JsonPlace(JsonNode.Parse(carried.ToString()), "", "", mistakes));
        return mistakes.IsEmpty ? effect : null;
    }
}
