using System.Globalization;
using MockCustomers.Events;

namespace MockCustomers.Server.Control;

/// <summary>What happens in a session, while it happens, as server-sent events.</summary>
/// <param name="machine">The machine's clock.</param>
internal sealed class EventsResource(Func<IReadOnlyList<VendorHost>> hosts, TimeProvider machine) : IControlResource
{
    /// <summary>How many may read at once.</summary>
    public const int MostReaders = 100;

    /// <summary>How users write what events are about.</summary>
    private static readonly (string Name, EventType Type)[] Types =
        [("requests", EventType.Request), ("customers", EventType.Customer), ("clock", EventType.Clock), ("webhooks", EventType.Webhook)];

    private int reading;

    public IEnumerable<ControlRoute> Routes => [ControlRoute.Get("/__admin/events", Tell)];

    private ControlAnswer Tell(ControlCall call)
    {
        var query = call.Query;
        query.Allow("vendor", "types", "after", "limit");
        var session = query.Session(hosts());
        var vendor = query.Text("vendor") is null ? null : query.Vendor(hosts()).Name;
        var (types, after, limit) = (TypesOf(query.Text("types")), After(call), query.Number("limit", 1, long.MaxValue, long.MaxValue));
        if (Volatile.Read(ref reading) >= MostReaders) throw TooMany();
        var events = session.Events;
        // A number that the session has not given yet is one of another run, which counted anew.
        var stream = new EventStream(events, machine, happened => types.Contains(happened.Type) && (vendor is null || happened.Whose is null || happened.Whose == vendor))
        {
            Last = after is not { } known ? events.Latest : known > events.Latest ? 0 : known,
            Limit = limit,
        };
        return ControlAnswer.Streaming((to, end) => ReadAsync(stream, to, end));
    }

    private async Task ReadAsync(EventStream stream, Stream to, CancellationToken end)
    {
        Interlocked.Increment(ref reading);
        try
        {
            await stream.WriteAsync(to, end);
        }
        finally
        {
            Interlocked.Decrement(ref reading);
        }
    }

    /// <summary>The number of the latest event that the client knows; null when it says nothing.</summary>
    /// <remarks>A browser that connects again has the header besides the query of before.</remarks>
    private static long? After(ControlCall call)
    {
        if (call.Header("Last-Event-ID") is not { Length: > 0 } header) return call.Query.Text("after") is null ? null : call.Query.Number("after", 0, long.MaxValue, 0);
        if (long.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        throw new ControlException(400, $"the header 'Last-Event-ID' cannot be '{header}'; the id of an event, a whole number");
    }

    private static IReadOnlyList<EventType> TypesOf(string? text)
    {
        if (text is null) return [.. Types.Select(known => known.Type)];
        var found = new List<EventType>();
        foreach (var name in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var at = Array.FindIndex(Types, known => known.Name == name);
            if (at < 0) throw new ControlException(400, $"unknown type '{name}'; {Diagnostics.Nearest.Remedy(name, [.. Types.Select(known => known.Name)])}");
            found.Add(Types[at].Type);
        }

        return found;
    }

    private static ControlException TooMany() => new(429, string.Create(CultureInfo.InvariantCulture, $"{MostReaders} clients read events already; end one of them"));
}
