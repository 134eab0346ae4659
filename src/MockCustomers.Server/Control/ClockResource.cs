using System.Text.Json.Nodes;
using MockCustomers.Exchange;
using MockCustomers.Sessions;

namespace MockCustomers.Server.Control;

/// <summary>Reads and moves the clock of a session, or of all of them; each is the same for every vendor.</summary>
internal sealed class ClockResource(Func<IReadOnlyList<VendorHost>> hosts) : IControlResource
{
    public IEnumerable<ControlRoute> Routes =>
    [
        ControlRoute.Get("/__admin/clock", Tell),
        ControlRoute.Async("POST", "/__admin/clock", ChangeAsync),
    ];

    private ControlAnswer Tell(ControlCall call)
    {
        var sessions = call.Query.Sessions(hosts());
        return Answer(call, sessions.Select(session => (session, Shown(session.Clock.Reading))));
    }

    /// <remarks>All sessions are asked first: when one of them cannot do what is wanted, none does it.</remarks>
    private async ValueTask<ControlAnswer> ChangeAsync(ControlCall call)
    {
        var sessions = call.Query.Sessions(hosts());
        var changes = call.Read(ClockBody.Example, body => sessions.Select(session => ClockBody.Change(body, call.Query.IsForAll ? session.Name : null, session.Clock.Now)).ToList());
        // Also of those vendors that the session has not touched: their customers move as well.
        foreach (var session in sessions)
            foreach (var host in hosts()) session.Of(host.Vendor);
        var moved = new List<(Session, JsonObject)>();
        foreach (var (session, change) in sessions.Zip(changes)) moved.Add((session, Moved(await session.MoveAsync(change))));
        return Answer(call, moved);
    }

    private static ControlAnswer Answer(ControlCall call, IEnumerable<(Session Session, JsonObject Clock)> told)
    {
        if (!call.Query.IsForAll) return ControlAnswer.Ok(told.Single().Clock);
        return ControlAnswer.Ok(new JsonObject
        {
            ["sessions"] = new JsonArray([.. told.Select(JsonNode (one) =>
            {
                one.Clock.Insert(0, "name", one.Session.Name);
                return one.Clock;
            })]),
        });
    }

    private static JsonObject Moved((ClockReading Clock, long Moves) move)
    {
        var shown = Shown(move.Clock);
        shown["moves"] = move.Moves;
        return shown;
    }

    private static JsonObject Shown(ClockReading clock) => new()
    {
        ["now"] = Timestamp.Shown(clock.Now),
        ["frozen"] = clock.Pace.IsFrozen,
        ["rate"] = clock.Pace.Rate,
    };
}
