using System.Text;
using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using MockCustomers.Exchange;
using MockCustomers.Journal;
using MockCustomers.Server.Control;
using MockCustomers.Sessions;
using MockCustomers.Stubs.Mappings;
using MockCustomers.Validation;
using WireMock.Admin.Mappings;
using WireMock.Admin.Requests;
using WireMock.Matchers.Request;

namespace MockCustomers.Stubs.Admin;

/// <summary>The session's journal, as far as it is the vendor's, to clients of WireMock.Net.</summary>
internal sealed class JournalAdmin(VendorStubs stubs, Session session, Request request)
{
    private const string Root = "/__admin/requests";
    private const int MostNearMisses = 3;
    private static readonly Guid Asked = new("6d6f636b-6375-8473-946f-6d6572730001");

    /// <summary>The vendor's exchanges, oldest first.</summary>
    private IEnumerable<JournalEntry> Entries => session.Journal.Latest.Where(entry => entry.Vendor == stubs.Host.Name).Reverse();

    /// <exception cref="ControlException">It cannot be answered.</exception>
    public async ValueTask<Reply> AnswerAsync(string path)
    {
        var rest = path[Root.Length..];
        return (request.Method, rest) switch
        {
            ("GET", "") => Shown(Entries),
            ("DELETE", "") or ("POST", "/reset") => Cleared(),
            ("POST", "/count") => LogEntries.Write(new RequestCountModel { Count = (await FoundAsync()).Count }),
            ("POST", "/find") => Shown(await FoundAsync()),
            ("GET", "/find") => Shown(OfStub()),
            ("GET", "/unmatched") => Shown(Entries.Where(RequestsResource.IsUnmatched)),
            ("GET", "/unmatched/near-misses") => NearMisses(Entries.Where(RequestsResource.IsUnmatched)),
            ("GET", _) when rest.EndsWith("/near-misses", StringComparison.Ordinal) => NearMisses([Find(rest[1..^"/near-misses".Length])]),
            ("GET", _) => LogEntries.Write(LogEntries.Of(Find(rest[1..]), stubs.Host.Url, TitleOf)),
            ("DELETE", _) => Removed(Find(rest[1..])),
            _ => throw new ControlException(404, $"there is nothing at {request.Method} {path}"),
        };
    }

    /// <summary>Forgets the vendor's exchanges.</summary>
    public void Clear() => session.Journal.RemoveAll(Entries);

    private Reply Shown(IEnumerable<JournalEntry> entries) => LogEntries.Write(entries.Select(entry => LogEntries.Of(entry, stubs.Host.Url, TitleOf)).ToList());

    private Reply Cleared()
    {
        Clear();
        return LogEntries.Write(new StatusModel { Status = "Requests deleted" });
    }

    private Reply Removed(JournalEntry entry)
    {
        session.Journal.Remove(entry);
        return LogEntries.Write(new StatusModel { Status = "Request removed" });
    }

    private JournalEntry Find(string id) => EntryId.Find(session.Journal, id) is { } entry && entry.Vendor == stubs.Host.Name
        ? entry
        : throw new ControlException(404, $"the journal of the session '{session.Name}' has no request '{id}' of this vendor, or no longer; GET /__admin/requests lists them");

    private IEnumerable<JournalEntry> OfStub()
    {
        var id = QueryString.Parse(request.Query).FirstOrDefault(pair => pair.Name == "mappingGuid").Value;
        if (!Guid.TryParse(id, out var stub)) throw new ControlException(400, $"the parameter 'mappingGuid' cannot be '{id}'; the id of a mapping");
        return Entries.Where(entry => entry.Stub == stub.ToString());
    }

    private string? TitleOf(Guid stub) => stubs.SeenBy(session)?.Stubs.FirstOrDefault(mapping => mapping.Guid == stub)?.Title;

    /// <summary>The exchanges that a request model matches, by WireMock.Net's own matchers.</summary>
    private async ValueTask<List<JournalEntry>> FoundAsync()
    {
        var mistakes = new DiagnosticBag();
        var place = JsonPlace.Read(request.Body, "", "what requests are to be like, such as {\"Path\": \"/a\"}", mistakes) ?? throw new ControlException(mistakes.Found);
        ModelKeys.Check(place, typeof(RequestModel));
        if (mistakes.IsEmpty) stubs.Rules.Check(place.Holding(new JsonObject { ["Request"] = place.Json!.DeepClone() }));
        if (!mistakes.IsEmpty) throw new ControlException(mistakes.Found);
        var matcher = await MatcherAsync(place.Json!.AsObject());
        return [.. Entries.Where(entry => matcher.GetMatchingScore(new EntryMessage(entry, stubs.Host.Url), new RequestMatchResult()) > 0.99)];
    }

    /// <summary>WireMock.Net makes matchers of models only where it makes stubs: one is made that answers nobody, and is gone at once.</summary>
    private async ValueTask<IRequestMatcher> MatcherAsync(JsonObject model)
    {
        var server = stubs.ServerOf(session);
        var mapping = new JsonObject { ["Guid"] = Asked.ToString(), ["IsDisabled"] = true, ["Request"] = model, ["Response"] = new JsonObject() };
        var call = new Inside.StubCall(null, stubs.PartOf(session).Scenarios);
        var answer = await server.AdministerAsync("POST", "/__admin/mappings", Encoding.UTF8.GetBytes(mapping.ToJsonString()), call);
        try
        {
            return server.Server.Mappings.FirstOrDefault(made => made.Guid == Asked)?.RequestMatcher
                ?? throw new ControlException(400, $"WireMock.Net does not take it: {Encoding.UTF8.GetString(answer.Body.Span).Split('\n')[0]}");
        }
        finally
        {
            server.Server.DeleteMapping(Asked);
        }
    }

    private Reply NearMisses(IEnumerable<JournalEntry> entries)
    {
        var server = stubs.ServerOf(session).Server;
        var misses = entries.SelectMany(entry => server.FindNearMisses(new EntryMessage(entry, stubs.Host.Url), MostNearMisses).Select(miss => new NearMissModel
        {
            LogEntryGuid = EntryId.Of(entry),
            Request = LogEntries.RequestOf(entry, stubs.Host.Url),
            MappingGuid = miss.MappingGuid,
            MappingTitle = miss.MappingTitle,
            RequestMatchResult = LogEntries.ResultOf(miss.RequestMatchResult),
        }));
        return LogEntries.Write(misses.ToList());
    }
}
