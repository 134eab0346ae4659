using System.Text.Json.Nodes;
using MockCustomers.Customers;
using MockCustomers.Exchange;
using MockCustomers.Sessions;
using MockCustomers.Store;

namespace MockCustomers.Server.Control;

/// <summary>How many customers of a vendor are in which state: now, and over a stretch of time.</summary>
internal sealed class StatesResource(Func<IReadOnlyList<VendorHost>> hosts) : IControlResource
{
    private const int MostPoints = 200;
    private const long Day = 86_400_000_000;

    /// <summary>How far the stretch goes where the request does not say: two months on from its beginning.</summary>
    private const long Usual = 60 * Day;

    public IEnumerable<ControlRoute> Routes => [ControlRoute.Get("/__admin/states", Tell)];

    private ControlAnswer Tell(ControlCall call)
    {
        var query = call.Query;
        query.Allow("vendor", "kind", "from", "until", "points");
        var view = query.Customers(hosts());
        var strata = view.Strata.All;
        var kind = query.OneOf("kind", strata.Select(stratum => stratum.Kind.Name));
        var points = (int)query.Number("points", 0, MostPoints, 0);
        var (from, until) = Stretch(query, view);
        var (counts, meant) = (new StateCounts(view), strata.Where(stratum => kind is null || stratum.Kind.Name == kind).ToList());
        var now = counts.At(view.Now);
        return ControlAnswer.Ok(new JsonObject
        {
            ["now"] = Timestamp.Shown(view.Now),
            ["kinds"] = Texts(strata.Select(stratum => stratum.Kind.Name)),
            ["states"] = Texts(meant.Select(stratum => stratum.State.Name)),
            ["customers"] = new JsonArray([.. meant.Select(JsonNode (stratum) => new JsonObject { ["kind"] = stratum.Kind.Name, ["state"] = stratum.State.Name, ["count"] = now[stratum.Index] })]),
            ["over"] = new JsonArray([.. Times(from, until, points).Select(JsonNode (at) => Moment(at, counts.At(at), meant))]),
        });
    }

    /// <exception cref="ControlException">It ends before it begins, or is past the end of the clock.</exception>
    private static (long From, long Until) Stretch(ControlQuery query, View view)
    {
        var from = query.Time("from") is { } first ? Microseconds(first) : Math.Max(view.Population.Timeline.Epoch, view.Now - Usual / 2);
        var until = query.Time("until") is { } last ? Microseconds(last) : Math.Min(from + Usual, SessionClock.End - 1);
        if (until < from) throw new ControlException(400, $"the stretch ends before it begins, at {Timestamp.Shown(from)}; a later 'until', or an earlier 'from'");
        return (from, until);
    }

    private static long Microseconds(DateTimeOffset time) => (time - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    private static IEnumerable<long> Times(long from, long until, int points) =>
        Enumerable.Range(0, points).Select(i => points == 1 ? from : from + (long)((Int128)(until - from) * i / (points - 1)));

    private static JsonObject Moment(long at, long[] counts, List<Stratum> meant)
    {
        var byState = new JsonObject();
        foreach (var stratum in meant) byState[stratum.State.Name] = (byState[stratum.State.Name]?.GetValue<long>() ?? 0) + counts[stratum.Index];
        return new JsonObject { ["at"] = Timestamp.Shown(at), ["counts"] = byState };
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Distinct().Select(text => (JsonNode?)text)]);
}
