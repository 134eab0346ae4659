using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using MockCustomers.Mappings.ToWireMockNet;
using MockCustomers.Server.Control;

namespace MockCustomers.Server.WireMockAdmin;

/// <summary>The scenarios of a vendor's stubs, each with the state that it has in the session.</summary>
internal sealed class ScenariosResource(Func<IReadOnlyList<VendorHost>> hosts) : IControlResource
{
    private const string Scenarios = "/scenarios";
    private static readonly string[] States = ["requiredScenarioState", "newScenarioState"];

    public IEnumerable<ControlRoute> Routes
    {
        get
        {
            var routes = new VendorRoutes(hosts);
            yield return routes.Of("GET", Scenarios, ListAsync);
            yield return routes.Of("POST", Scenarios + "/reset", Reset);
            yield return routes.Of("PUT", Scenarios + "/{name}/state", SetAsync);
        }
    }

    private static async ValueTask<ControlAnswer> ListAsync(WireMockCall call)
    {
        call.Query.Allow();
        var mappings = call.Mappings;
        var scenarios = await OfAsync(call);
        return ControlAnswer.Ok(new JsonObject
        {
            ["scenarios"] = new JsonArray([.. scenarios.Select(JsonNode (scenario) => new JsonObject
            {
                ["id"] = scenario.Key,
                ["name"] = scenario.Key,
                ["state"] = mappings.StateOf(scenario.Key) ?? NetScenario.First,
                ["possibleStates"] = new JsonArray([.. PossibleStates(scenario).Select(state => JsonValue.Create(state))]),
                ["mappings"] = new JsonArray([.. scenario]),
            })]),
        });
    }

    private static ControlAnswer Reset(WireMockCall call)
    {
        call.Query.Allow();
        call.Mappings.ResetScenarios();
        return ControlAnswer.Ok(new JsonObject());
    }

    private static async ValueTask<ControlAnswer> SetAsync(WireMockCall call)
    {
        call.Query.Allow();
        var (name, scenarios) = (call.Path("name"), await OfAsync(call));
        var found = scenarios.FirstOrDefault(scenario => scenario.Key == name)
            ?? throw new ControlException(404, $"there is no scenario '{name}'; {Nearest.Remedy(name, [.. scenarios.Select(scenario => scenario.Key)])}");
        var state = call.HasBody ? call.Read("""{"state": "Started"}""", body => State(body, PossibleStates(found))) : null;
        call.Mappings.SetState(name, state is NetScenario.First ? null : state);
        return ControlAnswer.Ok(new JsonObject());
    }

    private static string? State(JsonPlace body, IReadOnlyList<string> possible)
    {
        body.Allow("state");
        return body.OneOf("state", possible);
    }

    private static async ValueTask<IReadOnlyList<IGrouping<string, JsonObject>>> OfAsync(WireMockCall call) =>
        [.. (await call.Mappings.AllAsync()).Select(ShownMapping.Of).Where(mapping => mapping["scenarioName"] is not null).GroupBy(mapping => (string)mapping["scenarioName"]!)];

    private static List<string> PossibleStates(IEnumerable<JsonObject> mappings) =>
        [.. mappings.SelectMany(mapping => States.Select(key => (string?)mapping[key])).OfType<string>().Append(NetScenario.First).Distinct().Order(StringComparer.Ordinal)];
}
