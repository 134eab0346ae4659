using System.Text;
using System.Text.Json.Nodes;
using MockCustomers.Exchange;
using MockCustomers.Server.Control;
using MockCustomers.Server.Stubbing;
using MockCustomers.Sessions;
using MockCustomers.Stubs.Inside;
using MockCustomers.Stubs.Mappings;
using WireMock;

namespace MockCustomers.Stubs.Admin;

/// <summary>The mappings that a session sees, changed by the same ways as on the vendor's port: the same is refused, and counted.</summary>
internal sealed class SessionMappings(VendorStubs stubs, Session session) : ISessionMappings
{
    private const string Root = "/__admin";

    public async ValueTask<IReadOnlyList<SeenMapping>> AllAsync()
    {
        if (stubs.SeenBy(session) is not { } server) return [];
        var made = server.Stubs.ToDictionary(stub => stub.Guid);
        if (made.Count == 0) return [];
        var answer = await server.AdministerAsync("GET", Root + "/mappings", default, new StubCall(null, stubs.PartOf(session).Scenarios));
        var models = JsonNode.Parse(answer.Body.Span) as JsonArray ?? [];
        return [.. models.OfType<JsonObject>().Select(model => Seen(model, made)).OfType<SeenMapping>().OrderBy(seen => made[seen.Id].Priority)];
    }

    public async ValueTask<Guid> AddAsync(JsonObject written)
    {
        var reply = await AdministerAsync("POST", "/mappings", written);
        var told = JsonNode.Parse(reply.Body.Span);
        return reply.Status == 201 && Guid.TryParse((string?)told?["Guid"], out var id) ? id : throw new ControlException(400, $"the stub was not taken: {told?["Status"]}");
    }

    public async ValueTask ReplaceAsync(Guid id, JsonObject written) => await AdministerAsync("PUT", $"/mappings/{id}", written);

    public async ValueTask ImportAsync(JsonObject document) => await AdministerAsync("POST", "/mappings/import", document);

    public bool Remove(Guid id)
    {
        if (Find(id) is null) return false;
        var server = stubs.ServerOf(session);
        var removed = server.Server.DeleteMapping(id);
        server.Changed();
        return removed;
    }

    public async ValueTask ClearAsync()
    {
        if (stubs.SeenBy(session) is not null) await AdministerAsync("POST", "/mappings/reset", null);
        Forget();
    }

    public async ValueTask ResetAsync()
    {
        if (stubs.PartOf(session).Server is not null) await AdministerAsync("POST", "/mappings/reset?reloadStaticMappings=true", null);
        Forget();
    }

    public string? StateOf(string scenario) => stubs.PartOf(session).Scenarios.TryGet(scenario, out var state) ? state.NextState : null;

    public void SetState(string scenario, string? state)
    {
        var made = new ScenarioState { Name = scenario, NextState = state, Started = state is not null };
        stubs.PartOf(session).Scenarios.AddOrUpdate(scenario, _ => made, (_, _) => made);
    }

    public void ResetScenarios() => stubs.PartOf(session).Scenarios.Clear();

    public async ValueTask DelayAsync(int milliseconds) => await AdministerAsync("POST", "/settings", new JsonObject { ["GlobalProcessingDelay"] = milliseconds });

    public async ValueTask<int> DelayAsync() =>
        stubs.SeenBy(session) is null ? 0 : (int?)JsonNode.Parse((await AdministerAsync("GET", "/settings", null)).Body.Span)?["GlobalProcessingDelay"] ?? 0;

    private void Forget()
    {
        var part = stubs.PartOf(session);
        part.Forget();
        part.Scenarios.Clear();
    }

    private IMapping? Find(Guid id) => stubs.SeenBy(session)?.Stubs.FirstOrDefault(stub => stub.Guid == id);

    private SeenMapping? Seen(JsonObject model, Dictionary<Guid, IMapping> made)
    {
        if (MappingId.Of(model) is not { } id || !made.TryGetValue(id, out var mapping)) return null;
        return new SeenMapping(id, model, stubs.Written.TryGetValue(mapping, out var written) ? written : null);
    }

    private async ValueTask<Reply> AdministerAsync(string method, string path, JsonObject? body)
    {
        using var output = new JsonBuffer();
        var bytes = body is null ? [] : Encoding.UTF8.GetBytes(body.ToJsonString());
        return await new AdminCall(stubs, session, new Request(method, Root + path, NoHeaders.Instance, bytes, output)).AnswerAsync();
    }
}
