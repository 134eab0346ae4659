using System.Text.Json.Nodes;
using MockCustomers.Mappings;
using MockCustomers.Server.Control;

namespace MockCustomers.Server.WireMockAdmin;

/// <summary>Stubs over a vendor as WireMock's clients create, read, replace and delete them.</summary>
internal sealed class MappingsResource(Func<IReadOnlyList<VendorHost>> hosts) : IControlResource
{
    private const string Mappings = "/mappings";
    private const string OfId = Mappings + "/{id}";
    private const string Example = """{"request": {"method": "GET", "urlPath": "/v1/customers"}, "response": {"status": 503}}""";
    private const int MostShown = 10_000;

    public IEnumerable<ControlRoute> Routes
    {
        get
        {
            var routes = new VendorRoutes(hosts);
            yield return routes.Of("GET", Mappings, ListAsync);
            yield return routes.Of("POST", Mappings, CreateAsync);
            yield return routes.Of("DELETE", Mappings, ClearAsync);
            yield return routes.Of("POST", Mappings + "/reset", ResetAsync);
            yield return routes.Of("POST", Mappings + "/save", Save);
            yield return routes.Of("POST", Mappings + "/find-by-metadata", FindAsync);
            yield return routes.Of("POST", Mappings + "/remove-by-metadata", RemoveAsync);
            yield return routes.Of("GET", OfId, ShowAsync);
            yield return routes.Of("PUT", OfId, ReplaceAsync);
            yield return routes.Of("DELETE", OfId, DeleteAsync);
        }
    }

    private static async ValueTask<ControlAnswer> ListAsync(WireMockCall call)
    {
        call.Query.Allow("limit", "offset");
        var all = await call.Mappings.AllAsync();
        var (limit, offset) = ((int)call.Query.Number("limit", 0, MostShown, MostShown), (int)call.Query.Number("offset", 0, MostShown, 0));
        return List([.. all.Skip(offset).Take(limit).Select(ShownMapping.Of)], all.Count);
    }

    private static async ValueTask<ControlAnswer> CreateAsync(WireMockCall call)
    {
        call.Query.Allow();
        return new ControlAnswer(201, await AddAsync(call, null));
    }

    private static async ValueTask<ControlAnswer> ShowAsync(WireMockCall call)
    {
        call.Query.Allow();
        return await call.FindAsync(call.Id) is { } seen ? ControlAnswer.Ok(ShownMapping.Of(seen)) : NotFound;
    }

    private static async ValueTask<ControlAnswer> ReplaceAsync(WireMockCall call)
    {
        call.Query.Allow();
        return await call.FindAsync(call.Id) is null ? NotFound : ControlAnswer.Ok(await AddAsync(call, call.Id));
    }

    private static ControlAnswer DeleteAsync(WireMockCall call)
    {
        call.Query.Allow();
        return call.Mappings.Remove(call.Id) ? Done : NotFound;
    }

    private static async ValueTask<ControlAnswer> ClearAsync(WireMockCall call)
    {
        call.Query.Allow();
        await call.Mappings.ClearAsync();
        return Done;
    }

    private static async ValueTask<ControlAnswer> ResetAsync(WireMockCall call)
    {
        call.Query.Allow();
        await call.Mappings.ResetAsync();
        return Empty;
    }

    private static ControlAnswer Save(WireMockCall call) =>
        throw new ControlException(403, "the sandbox writes no files; GET …/__admin/mappings shows the mappings, --stubs reads them");

    private static async ValueTask<ControlAnswer> FindAsync(WireMockCall call)
    {
        call.Query.Allow();
        var pattern = MetadataPattern.Of(call);
        JsonObject[] found = [.. (await call.Mappings.AllAsync()).Select(ShownMapping.Of).Where(pattern.IsMatch)];
        return List(found, found.Length);
    }

    private static async ValueTask<ControlAnswer> RemoveAsync(WireMockCall call)
    {
        call.Query.Allow();
        var pattern = MetadataPattern.Of(call);
        var mappings = call.Mappings;
        foreach (var seen in await mappings.AllAsync())
            if (pattern.IsMatch(ShownMapping.Of(seen))) mappings.Remove(seen.Id);
        return Done;
    }

    /// <summary>Converts the mapping in the body and lays it over the vendor.</summary>
    /// <param name="id">The one that it replaces; null for none.</param>
    /// <returns>As it is shown.</returns>
    private static async ValueTask<JsonNode> AddAsync(WireMockCall call, Guid? id)
    {
        var mappings = call.Mappings;
        var written = new JsonObject();
        var sequence = 0;
        var net = call.Read(Example, body =>
        {
            if (body.Json is not JsonObject mapping || mapping.ContainsKey("mappings"))
            {
                body.Expected("one mapping: an object with request and response");
                return null;
            }

            written = (JsonObject)mapping.DeepClone();
            if (id is { } replaced) written = ShownMapping.With(replaced, written);
            sequence = mappings.Sequence(id ?? IdOf(written));
            return Converter.ToWireMockNet(body.Holding(written), Target.Sandbox, sequence);
        });
        try
        {
            var added = await mappings.AddAsync((JsonObject)net![0]!.DeepClone(), written, sequence);
            return ShownMapping.With(added, (JsonObject)written.DeepClone());
        }
        catch (ControlException refused) when (refused.Status == 400 && refused.Mistakes.Count == 0)
        {
            throw new ControlException(422, refused.Message);
        }
    }

    private static Guid? IdOf(JsonObject mapping) =>
        (mapping["id"] ?? mapping["uuid"]) is JsonValue value && value.TryGetValue(out string? text) && Guid.TryParseExact(text, "D", out var id) ? id : null;

    private static ControlAnswer List(JsonNode[] mappings, int total) =>
        ControlAnswer.Ok(new JsonObject { ["mappings"] = new JsonArray(mappings), ["meta"] = new JsonObject { ["total"] = total } });

    private static ControlAnswer Done => ControlAnswer.Ok(new JsonObject());

    private static ControlAnswer Empty => new(200, null);

    private static ControlAnswer NotFound => new(404, null);
}
