using System.Text.Json.Nodes;
using MockCustomers.Server.Control;

namespace MockCustomers.Server.WireMockAdmin;

/// <summary>Stubs over a vendor as WireMock's clients create, read, replace and delete them.</summary>
internal sealed class MappingsResource(Func<IReadOnlyList<VendorHost>> hosts) : IControlResource
{
    private const string Mappings = "/mappings";
    private const string OfId = Mappings + "/{id}";
    private const string Example = """{"request": {"method": "GET", "urlPath": "/v1/customers"}, "response": {"status": 503}}""";
    private const string Imported = """{"mappings": [{"request": {"urlPath": "/v1/customers"}, "response": {"status": 503}}]}""";
    private const int MostShown = 10_000;

    public IEnumerable<ControlRoute> Routes
    {
        get
        {
            var routes = new VendorRoutes(hosts);
            yield return routes.Of("GET", Mappings, ListAsync);
            yield return routes.Of("POST", Mappings, CreateAsync);
            yield return routes.Of("DELETE", Mappings, ClearAsync);
            yield return routes.Of("POST", Mappings + "/import", ImportAsync);
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
        var written = Mapping(call);
        var id = Guid.Empty;
        await ChangeAsync(async () => id = await call.Mappings.AddAsync(written));
        return new ControlAnswer(201, ShownMapping.Of(id, written));
    }

    private static async ValueTask<ControlAnswer> ShowAsync(WireMockCall call)
    {
        call.Query.Allow();
        return await call.FindAsync(call.Id) is { } seen ? ControlAnswer.Ok(ShownMapping.Of(seen)) : NotFound;
    }

    private static async ValueTask<ControlAnswer> ReplaceAsync(WireMockCall call)
    {
        call.Query.Allow();
        if (await call.FindAsync(call.Id) is null) return NotFound;
        var written = Mapping(call);
        await ChangeAsync(() => call.Mappings.ReplaceAsync(call.Id, written));
        return ControlAnswer.Ok(ShownMapping.Of(call.Id, written));
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

    private static async ValueTask<ControlAnswer> ImportAsync(WireMockCall call)
    {
        call.Query.Allow();
        var document = call.Read(Imported, body =>
        {
            if (body.Json is not JsonObject) body.Expected($"an object such as {Imported}");
            else if (body.Optional("mappings") is null) body.Missing("mappings", $"such as {Imported}", 0);
            return body.Json as JsonObject;
        });
        await ChangeAsync(() => call.Mappings.ImportAsync(document!));
        return Empty;
    }

    /// <summary>The mapping in the body.</summary>
    private static JsonObject Mapping(WireMockCall call) => call.Read(Example, body =>
    {
        if (body.Json is JsonObject mapping && !mapping.ContainsKey("mappings")) return mapping;
        body.Expected("one mapping: an object with request and response");
        return null;
    })!;

    /// <summary>Changes the mappings; what is wrong with them is 422, as WireMock has it.</summary>
    private static async ValueTask ChangeAsync(Func<ValueTask> change)
    {
        try
        {
            await change();
        }
        catch (ControlException refused) when (refused.Status == 400 && refused.Mistakes.Count == 0)
        {
            throw new ControlException(422, refused.Message);
        }
    }

    private static ControlAnswer List(JsonNode[] mappings, int total) =>
        ControlAnswer.Ok(new JsonObject { ["mappings"] = new JsonArray(mappings), ["meta"] = new JsonObject { ["total"] = total } });

    private static ControlAnswer Done => ControlAnswer.Ok(new JsonObject());

    private static ControlAnswer Empty => new(200, null);

    private static ControlAnswer NotFound => new(404, null);
}
