using System.Text.Json.Nodes;
using MockCustomers.Journal;
using MockCustomers.Matching;
using MockCustomers.Server.Control;

namespace MockCustomers.Server.WireMockAdmin;

/// <summary>The session's journal, as far as it is the vendor's, as WireMock's clients read, search and empty it.</summary>
internal sealed class VendorRequestsResource(Func<IReadOnlyList<VendorHost>> hosts) : IControlResource
{
    private const string Requests = "/requests";
    private const string OfId = Requests + "/{id}";
    private static readonly string[] Filters = [.. EntryFilter.Parameters.Where(name => name != "vendor"), "matchingStub", "limit"];

    public IEnumerable<ControlRoute> Routes
    {
        get
        {
            var routes = new VendorRoutes(hosts);
            yield return routes.Of("GET", Requests, ListAsync);
            yield return routes.Of("DELETE", Requests, Clear);
            yield return routes.Of("POST", Requests + "/reset", Clear);
            yield return routes.Of("GET", Requests + "/unmatched", Unmatched);
            yield return routes.Of("POST", Requests + "/count", call => call.Journaled(new JsonObject { ["count"] = Matching(call).Count }));
            yield return routes.Of("POST", Requests + "/find", call => call.Journaled(Logged(call, Matching(call))));
            yield return routes.Of("POST", Requests + "/remove", call => RemoveAsync(call, Matching(call)));
            yield return routes.Of("POST", Requests + "/remove-by-metadata", RemoveByMetadataAsync);
            yield return routes.Of("GET", OfId, ShowAsync);
            yield return routes.Of("DELETE", OfId, Delete);
        }
    }

    private static async ValueTask<ControlAnswer> ListAsync(WireMockCall call)
    {
        call.Query.Allow(Filters);
        var isMeant = EntryFilter.Of(call.Query, [call.Host]);
        var (stub, limit) = (call.Query.Text("matchingStub"), (int)call.Query.Number("limit", 0, int.MaxValue, int.MaxValue));
        var entries = call.Entries.Where(entry => isMeant(entry) && (stub is null || entry.Stub == stub)).ToList();
        var shown = await EventsAsync(call, [.. entries.Take(limit)]);
        return call.Journaled(new JsonObject { ["requests"] = shown, ["meta"] = new JsonObject { ["total"] = entries.Count } });
    }

    private static ControlAnswer Unmatched(WireMockCall call)
    {
        call.Query.Allow();
        return call.Journaled(Logged(call, call.Entries.Where(RequestsResource.IsUnmatched)));
    }

    private static ControlAnswer Clear(WireMockCall call)
    {
        call.Query.Allow();
        call.Session.Journal.RemoveAll(call.Entries);
        return ControlAnswer.Ok(new JsonObject());
    }

    private static async ValueTask<ControlAnswer> ShowAsync(WireMockCall call)
    {
        call.Query.Allow();
        if (Find(call) is not { } entry) return new ControlAnswer(404, null);
        return ControlAnswer.Ok((await EventsAsync(call, [entry]))[0]!.DeepClone());
    }

    private static ControlAnswer Delete(WireMockCall call)
    {
        call.Query.Allow();
        if (Find(call) is { } entry) call.Session.Journal.Remove(entry);
        return ControlAnswer.Ok(new JsonObject());
    }

    private static async ValueTask<ControlAnswer> RemoveAsync(WireMockCall call, IReadOnlyList<JournalEntry> matching)
    {
        var events = await EventsAsync(call, matching);
        call.Session.Journal.RemoveAll(matching);
        return ControlAnswer.Ok(new JsonObject { ["serveEvents"] = events });
    }

    private static async ValueTask<ControlAnswer> RemoveByMetadataAsync(WireMockCall call)
    {
        call.Query.Allow();
        var pattern = MetadataPattern.Of(call);
        var stubs = (await call.Mappings.AllAsync()).Where(seen => pattern.IsMatch(ShownMapping.Of(seen))).Select(seen => seen.Id.ToString()).ToHashSet();
        return await RemoveAsync(call, [.. call.Entries.Where(entry => entry.Stub is { } stub && stubs.Contains(stub))]);
    }

    private static JournalEntry? Find(WireMockCall call) =>
        EntryId.Find(call.Session.Journal, call.Id.ToString()) is { } entry && entry.Vendor == call.Host.Name ? entry : null;

    /// <summary>The requests that match the pattern in the body, oldest first.</summary>
    private static List<JournalEntry> Matching(WireMockCall call)
    {
        call.Query.Allow();
        var pattern = call.Read(RequestPatternReader.Example, body => new RequestPatternReader(RequestsResource.Vocabulary([call.Host])).Read(body));
        if (pattern.Session is { } named && named != call.Session.Name) throw new ControlException(422, $"/session: the pattern names '{named}' and the request '{call.Session.Name}'; one of them");
        try
        {
            return [.. call.Entries.Where(pattern.IsMatch).Reverse()];
        }
        catch (PatternException unanswerable)
        {
            throw new ControlException(422, unanswerable.Message);
        }
    }

    private static JsonObject Logged(WireMockCall call, IEnumerable<JournalEntry> entries) =>
        new() { ["requests"] = new JsonArray([.. entries.Select(new EntryWriter([call.Host]).Logged)]) };

    /// <summary>Entries as serve events, with the stubs that answered.</summary>
    private static async ValueTask<JsonArray> EventsAsync(WireMockCall call, IReadOnlyList<JournalEntry> entries)
    {
        var stubs = call.Host.HasStubs && entries.Any(entry => entry.Stub is not null) ? (await call.Mappings.AllAsync()).ToDictionary(seen => seen.Id.ToString()) : [];
        var writer = new EntryWriter([call.Host]);
        return [.. entries.Select(JsonNode (entry) =>
        {
            var shown = writer.Event(entry);
            shown["response"] = new JsonObject { ["status"] = entry.Status };
            if (entry.Stub is { } id && stubs.TryGetValue(id, out var stub)) shown["stubMapping"] = ShownMapping.Of(stub);
            return shown;
        })];
    }
}
