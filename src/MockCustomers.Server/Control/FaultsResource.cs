using System.Text.Json.Nodes;
using MockCustomers.Faults;

namespace MockCustomers.Server.Control;

/// <summary>What goes wrong on purpose, session by session.</summary>
internal sealed class FaultsResource(Func<IReadOnlyList<VendorHost>> hosts) : IControlResource
{
    public IEnumerable<ControlRoute> Routes =>
    [
        ControlRoute.Get("/__admin/faults", call => ControlAnswer.Ok(new JsonObject { ["faults"] = new JsonArray([.. Book(call).All.Select(JsonNode? (state) => FaultWriter.Write(state))]) })),
        ControlRoute.Post("/__admin/faults", Add),
        ControlRoute.Delete("/__admin/faults", Clear),
        ControlRoute.Get("/__admin/faults/{id}", call => ControlAnswer.Ok(FaultWriter.Write(Found(call)))),
        ControlRoute.Delete("/__admin/faults/{id}", Remove),
    ];

    private FaultBook Book(ControlCall call) => call.Query.Session(hosts()).Faults;

    private ControlAnswer Add(ControlCall call)
    {
        var vocabulary = FaultFile.Vocabulary(hosts().Select(host => host.Vendor));
        var rule = call.Read(FaultReader.Example, body => new FaultReader(vocabulary).Read(body));
        var book = rule.Match.Session is { } name && call.Query.SessionName is null ? Named(name) : Book(call);
        if (book.Add(rule) is not { } id) throw new ControlException(429, $"there are {FaultBook.MostByDefault} faults; DELETE some of them first");
        return new ControlAnswer(201, new JsonObject { ["id"] = id });
    }

    /// <summary>The faults of the session that a fault names.</summary>
    private FaultBook Named(string name) =>
        hosts()[0].Sessions.FindOrOpen(name)?.Faults ?? throw new ControlException(400, $"/session: '{name}' cannot be opened; 1 to 64 letters, digits, dots, dashes and underscores");

    private ControlAnswer Clear(ControlCall call)
    {
        Book(call).Clear();
        return ControlAnswer.Ok(new JsonObject { ["faults"] = new JsonArray() });
    }

    private ControlAnswer Remove(ControlCall call)
    {
        var state = Found(call);
        Book(call).Remove(state.Id);
        return ControlAnswer.Ok(FaultWriter.Write(state));
    }

    private FaultState Found(ControlCall call) => Book(call).Find(call.Path("id")) ?? throw new ControlException(404, $"there is no fault '{call.Path("id")}'; GET /__admin/faults lists them");
}
