using System.Text;
using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using MockCustomers.Journal;
using MockCustomers.Matching;
using MockCustomers.Server.Control;

namespace MockCustomers.Server.WireMockAdmin;

/// <summary>Which stubs a request came near to, and which requests a pattern: the three nearest of each.</summary>
internal sealed class NearMissesResource(Func<IReadOnlyList<VendorHost>> hosts) : IControlResource
{
    private const int Most = 3;

    /// <summary>How many unmatched requests are compared, the latest ones: each is with every stub.</summary>
    private const int MostCompared = 100;

    public IEnumerable<ControlRoute> Routes
    {
        get
        {
            var routes = new VendorRoutes(hosts);
            yield return routes.Of("GET", "/requests/unmatched/near-misses", UnmatchedAsync);
            // WireMock has these two below __admin; wiremock-rest-client asks for them below requests.
            foreach (var root in new[] { "/near-misses", "/requests/near-misses" })
            {
                yield return routes.Of("POST", root + "/request", OfRequestAsync);
                yield return routes.Of("POST", root + "/request-pattern", OfPattern);
            }
        }
    }

    private static async ValueTask<ControlAnswer> UnmatchedAsync(WireMockCall call)
    {
        call.Query.Allow();
        var stubs = await StubsAsync(call);
        var writer = new EntryWriter([call.Host]);
        return Answer(call.Entries.Where(RequestsResource.IsUnmatched).Take(MostCompared).SelectMany(entry => Near(stubs, entry, writer.Logged(entry))));
    }

    private static async ValueTask<ControlAnswer> OfRequestAsync(WireMockCall call)
    {
        call.Query.Allow();
        var (entry, shown) = call.Read("""{"method": "GET", "url": "/v1/customers"}""", body => (Request(call, body), body.Json?.DeepClone()));
        return Answer(Near(await StubsAsync(call), entry, shown!));
    }

    private static ControlAnswer OfPattern(WireMockCall call)
    {
        call.Query.Allow();
        var vocabulary = RequestsResource.Vocabulary([call.Host]);
        var pattern = call.Read(RequestPatternReader.Example, body =>
        {
            new RequestPatternReader(vocabulary).Read(body);
            return body.Json?.DeepClone() as JsonObject;
        });
        var (parts, writer) = (new PatternParts(pattern!, vocabulary), new EntryWriter([call.Host]));
        var near = call.Entries.Select(entry => (Entry: entry, Distance: parts.DistanceOf(entry))).OrderBy(miss => miss.Distance).Take(Most);
        return Answer(near.Select(JsonNode (miss) => new JsonObject { ["request"] = writer.Logged(miss.Entry), ["requestPattern"] = pattern!.DeepClone(), ["matchResult"] = Result(miss.Distance) }));
    }

    private static async ValueTask<IReadOnlyList<(JsonObject Shown, PatternParts Parts)>> StubsAsync(WireMockCall call)
    {
        var vocabulary = RequestsResource.Vocabulary([call.Host]);
        return [.. (await call.Mappings.AllAsync()).Select(ShownMapping.Of).Where(mapping => mapping["request"] is JsonObject).Select(mapping => (mapping, new PatternParts((JsonObject)mapping["request"]!, vocabulary)))];
    }

    private static IEnumerable<JsonNode> Near(IReadOnlyList<(JsonObject Shown, PatternParts Parts)> stubs, JournalEntry entry, JsonNode request) =>
        stubs.Select(stub => (stub.Shown, Distance: stub.Parts.DistanceOf(entry))).OrderBy(miss => miss.Distance).Take(Most).Select(JsonNode (miss) => new JsonObject
        {
            ["request"] = request.DeepClone(),
            ["stubMapping"] = miss.Shown.DeepClone(),
            ["matchResult"] = Result(miss.Distance),
        });

    /// <summary>A logged request as the journal would have it.</summary>
    private static JournalEntry Request(WireMockCall call, JsonPlace body)
    {
        if (!body.IsObject) body.Expected("an object with method and url");
        return new JournalEntry
        {
            Vendor = call.Host.Name,
            Session = call.Session.Name,
            At = call.Session.Clock.Machine.GetUtcNow(),
            SandboxTime = call.Session.Clock.Now,
            Method = body.Text("method") ?? body.Missing("method", "such as \"GET\"", ""),
            Target = body.Optional("url")?.AsText ?? body.Missing("url", "path and query, such as \"/v1/customers\"", ""),
            Headers = [.. Headers(body.Optional("headers")?.Json as JsonObject ?? [])],
            Body = Encoding.UTF8.GetBytes(body.Optional("body")?.AsText ?? ""),
            Status = 404,
            Elapsed = TimeSpan.Zero,
        };
    }

    private static IEnumerable<KeyValuePair<string, string>> Headers(JsonObject headers) =>
        headers.SelectMany(header => (header.Value as JsonArray ?? [header.Value?.DeepClone()]).Select(value => KeyValuePair.Create(header.Key, value?.ToString() ?? "")));

    private static JsonObject Result(double distance) => new() { ["distance"] = Math.Round(distance, 4) };

    private static ControlAnswer Answer(IEnumerable<JsonNode> misses) => ControlAnswer.Ok(new JsonObject { ["nearMisses"] = new JsonArray([.. misses]) });
}
