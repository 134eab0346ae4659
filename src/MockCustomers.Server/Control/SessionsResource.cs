using System.Text.Json.Nodes;
using MockCustomers.Customers;
using MockCustomers.Delays;
using MockCustomers.Diagnostics;
using MockCustomers.Exchange;
using MockCustomers.Sessions;

namespace MockCustomers.Server.Control;

/// <summary>Opens, shows, rewinds and closes sessions: isolated worlds over the vendors.</summary>
internal sealed class SessionsResource(Func<IReadOnlyList<VendorHost>> hosts) : IControlResource
{
    private const string Example = """{"name": "checkout-test", "seed": "july", "population": 500, "now": "2026-03-01T00:00:00Z", "clock": "real", "ttl": "PT10M"}""";
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(30);

    public IEnumerable<ControlRoute> Routes =>
    [
        ControlRoute.Get("/__admin/sessions", _ => ControlAnswer.Ok(new JsonObject { ["sessions"] = new JsonArray([.. Book.All.Select(Card)]) })),
        ControlRoute.Post("/__admin/sessions", Open),
        ControlRoute.Get("/__admin/sessions/{name}", call => ControlAnswer.Ok(Card(Found(call)))),
        ControlRoute.Delete("/__admin/sessions/{name}", Close),
        ControlRoute.Post("/__admin/sessions/{name}/reset", Reset),
        ControlRoute.Get("/__admin/sessions/{name}/checkpoints", Checkpoints),
        ControlRoute.Post("/__admin/sessions/{name}/checkpoints", Checkpoint),
        ControlRoute.Post("/__admin/sessions/{name}/rollback", Rollback),
    ];

    private SessionBook Book => hosts() is [var first, ..] ? first.Sessions : throw ControlException.NotReady;

    private ControlAnswer Open(ControlCall call)
    {
        var choice = call.HasBody ? call.Read(Example, Choice) : new SessionChoice();
        var book = Book;
        if (choice.Name is { } name && book.Find(name) is not null) throw new ControlException(409, $"there is a session '{name}'; another name, or DELETE it first");
        if (book.Open(choice) is not { } session) throw new ControlException(429, "there are as many sessions as there may be; close one, or start the sandbox with a larger --sessions");
        var card = Card(session);
        card["vendors"] = new JsonObject(hosts().Select(host => KeyValuePair.Create(host.Vendor.Name, (JsonNode?)Access(host, session))));
        return new ControlAnswer(201, card);
    }

    /// <summary>How a client gets into a session: by the vendor's own header alone.</summary>
    private static JsonObject Access(VendorHost host, Session session)
    {
        var (header, value) = SessionAccess.Of(host, session);
        return new JsonObject
        {
            ["url"] = host.Url,
            ["baseUrl"] = host.BaseUrl,
            ["clientUrl"] = host.ClientUrl,
            ["header"] = header,
            ["value"] = value,
        };
    }

    private static SessionChoice Choice(JsonPlace body)
    {
        body.Allow("name", "now", "seed", "population", "ttl", "clock", "rate");
        var name = body.Text("name");
        if (name is not null && !SessionBook.IsName(name)) body.Optional("name")!.Expected("1 to 64 letters, digits, dots, dashes and underscores");
        var (seed, size, now) = (body.Text("seed"), body.Number("population", 0, Population.Largest), body.Time("now"));
        var population = seed is null && size is null && now is null ? null : new PopulationChoice(seed is null ? null : new Seed(seed), size, now);
        return new SessionChoice(name, population, body.Duration("ttl", LongestLife), ClockBody.Pace(body));
    }

    private ControlAnswer Close(ControlCall call)
    {
        var session = Found(call);
        if (session == Book.Default) throw new ControlException(409, "the default session cannot be closed; POST …/reset begins it anew");
        Book.Close(session.Name);
        return ControlAnswer.Ok(new JsonObject { ["closed"] = session.Name });
    }

    private ControlAnswer Reset(ControlCall call)
    {
        var session = Found(call);
        session.Reset();
        return ControlAnswer.Ok(Card(session));
    }

    private ControlAnswer Checkpoints(ControlCall call) => ControlAnswer.Ok(new JsonObject
    {
        ["checkpoints"] = new JsonArray([.. Found(call).Checkpoints.Select(JsonNode (noted) => new JsonObject { ["checkpoint"] = noted.Id, ["now"] = Timestamp.Shown(noted.Now) })]),
    });

    private ControlAnswer Checkpoint(ControlCall call)
    {
        var session = Found(call);
        if (session.AddCheckpoint() is not { } id) throw new ControlException(429, $"the session has {Session.MostCheckpoints} checkpoints; reset it, or roll back to one of them");
        return new ControlAnswer(201, new JsonObject { ["checkpoint"] = id });
    }

    private ControlAnswer Rollback(ControlCall call)
    {
        var session = Found(call);
        var id = call.Read("""{"checkpoint": "1"}""", body =>
        {
            body.Allow("checkpoint");
            return body.Text("checkpoint") ?? body.Missing("checkpoint", "the id that POST …/checkpoints gave", "");
        });
        if (!session.Rollback(id)) throw new ControlException(404, $"there is no checkpoint '{id}'; POST …/checkpoints makes one");
        return ControlAnswer.Ok(Card(session));
    }

    private Session Found(ControlCall call)
    {
        var name = call.Path("name");
        return Book.Find(name) ?? throw new ControlException(404, $"there is no session '{name}'; GET /__admin/sessions lists them");
    }

    private JsonObject Card(Session session)
    {
        var clock = session.Clock.Reading;
        return new JsonObject
        {
            ["name"] = session.Name,
            ["now"] = Timestamp.Shown(clock.Now),
            ["frozen"] = clock.Pace.IsFrozen,
            ["rate"] = clock.Pace.Rate,
            ["idleSeconds"] = Math.Round(session.Idle.TotalSeconds, 3),
            ["ttlSeconds"] = session == Book.Default ? null : session.TimeToLive.TotalSeconds,
            ["requests"] = session.Journal.Count,
            ["faults"] = session.Faults.All.Count,
            ["writes"] = new JsonObject(session.Writes.Select(w => KeyValuePair.Create(w.Key, (JsonNode?)JsonValue.Create(w.Value)))),
        };
    }
}
