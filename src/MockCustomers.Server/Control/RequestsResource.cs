using System.Text.Json.Nodes;
using MockCustomers.Exchange;
using MockCustomers.Journal;
using MockCustomers.Matching;

namespace MockCustomers.Server.Control;

/// <summary>The sessions' journals as WireMock's clients read, search and empty them.</summary>
internal sealed class RequestsResource(Func<IReadOnlyList<VendorHost>> hosts) : IControlResource
{
    public IEnumerable<ControlRoute> Routes =>
    [
        ControlRoute.Get("/__admin/requests", call => Latest(call, unmatched: false)),
        ControlRoute.Delete("/__admin/requests", Clear),
        ControlRoute.Post("/__admin/requests/reset", Clear),
        ControlRoute.Get("/__admin/requests/unmatched", call => Latest(call, unmatched: true)),
        ControlRoute.Post("/__admin/requests/count", Count),
        ControlRoute.Post("/__admin/requests/find", Find),
        ControlRoute.Post("/__admin/requests/remove", Remove),
        ControlRoute.Get("/__admin/requests/{id}", call => ControlAnswer.Ok(new EntryWriter(hosts()).Event(Found(call, hosts()).Entry))),
        ControlRoute.Delete("/__admin/requests/{id}", RemoveOne),
    ];

    /// <summary>Whether a request came to no operation: its path is unknown, or has no such method.</summary>
    public static bool IsUnmatched(JournalEntry entry) => entry.Fault?.Kind is FaultKind.NoSuchPath or FaultKind.MethodNotAllowed;

    private ControlAnswer Latest(ControlCall call, bool unmatched)
    {
        var query = call.Query;
        query.Allow([.. EntryFilter.Parameters, "limit"]);
        var listening = hosts();
        var limit = (int)query.Number("limit", 1, 10_000, 100);
        var journal = query.Session(listening).Journal;
        var isMeant = EntryFilter.Of(query, listening);
        var entries = journal.Latest.Where(entry => isMeant(entry) && (!unmatched || IsUnmatched(entry))).ToList();
        var writer = new EntryWriter(listening);
        var shown = entries.Take(limit).Select(JsonNode (entry) => unmatched ? writer.Logged(entry) : writer.Event(entry));
        var answer = new JsonObject { ["requests"] = new JsonArray([.. shown]), ["meta"] = new JsonObject { ["total"] = entries.Count } };
        return Answer(answer, journal);
    }

    private ControlAnswer Count(ControlCall call)
    {
        var (journal, matching) = Matching(call);
        return Answer(new JsonObject { ["count"] = matching.Count }, journal);
    }

    private ControlAnswer Find(ControlCall call)
    {
        var (journal, matching) = Matching(call);
        return Answer(new JsonObject { ["requests"] = new JsonArray([.. matching.Select(new EntryWriter(hosts()).Logged)]) }, journal);
    }

    private ControlAnswer Remove(ControlCall call)
    {
        var (journal, matching) = Matching(call);
        var removed = matching.Where(journal.Remove).ToList();
        return Answer(new JsonObject { ["serveEvents"] = new JsonArray([.. removed.Select(new EntryWriter(hosts()).Event)]) }, journal);
    }

    private ControlAnswer RemoveOne(ControlCall call)
    {
        var (journal, entry) = Found(call, hosts());
        journal.Remove(entry);
        return ControlAnswer.Ok(new JsonObject());
    }

    private ControlAnswer Clear(ControlCall call)
    {
        call.Query.Allow();
        call.Query.Session(hosts()).Journal.Clear();
        return ControlAnswer.Ok(new JsonObject());
    }

    /// <summary>The entry that the path names.</summary>
    /// <exception cref="ControlException">The journal does not have it.</exception>
    public static (RequestJournal Journal, JournalEntry Entry) Found(ControlCall call, IReadOnlyList<VendorHost> hosts)
    {
        call.Query.Allow();
        var session = call.Query.Session(hosts);
        var id = call.Path("id");
        if (EntryId.Find(session.Journal, id) is { } entry) return (session.Journal, entry);
        throw new ControlException(404, $"the journal of the session '{session.Name}' has no request '{id}', or no longer; GET /__admin/requests lists them");
    }

    /// <summary>The requests that match the pattern in the body, oldest first.</summary>
    private (RequestJournal Journal, IReadOnlyList<JournalEntry> Matching) Matching(ControlCall call)
    {
        call.Query.Allow();
        var listening = hosts();
        var pattern = call.Read(RequestPatternReader.Example, body => new RequestPatternReader(Vocabulary(listening)).Read(body));
        if (pattern.Session is { } named && call.Query.SessionName is { } asked && named != asked)
            throw new ControlException(400, $"/session: the pattern names '{named}' and the request '{asked}'; one of them");
        var journal = call.Query.Session(listening, pattern.Session).Journal;
        try
        {
            return (journal, [.. journal.Latest.Where(pattern.IsMatch).Reverse()]);
        }
        catch (PatternException unanswerable)
        {
            throw new ControlException(422, unanswerable.Message);
        }
    }

    /// <summary>The names that patterns of these vendors' requests may use.</summary>
    public static PatternVocabulary Vocabulary(IReadOnlyList<VendorHost> hosts) => new(
        hosts.ToDictionary(host => host.Vendor.Name, IReadOnlyList<string> (host) => [.. host.Vendor.Operations.Select(served => served.Operation.Id)]),
        ["Authorization", "Proxy-Authorization", "Cookie", .. hosts.Select(host => host.Vendor.Authenticator.Header)]);

    /// <summary>An answer, with WireMock's word for a journal that keeps nothing.</summary>
    private static ControlAnswer Answer(JsonObject answer, RequestJournal journal)
    {
        if (!journal.IsOn) answer["requestJournalDisabled"] = true;
        return ControlAnswer.Ok(answer);
    }
}
