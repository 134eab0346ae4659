using System.Net;
using System.Text.Json.Nodes;
using MockCustomers.Server;
using MockCustomers.Testing;

namespace MockCustomers.Whole.Tests;

/// <summary>What is written is seen everywhere at once: got, listed, counted, found.</summary>
public sealed class RoundTripTests
{
    public static TheoryData<string> Vendors() => [.. SandboxFolder.Names(Path.Combine(AppContext.BaseDirectory, "specs"))];

    [Theory, MemberData(nameof(Vendors))]
    public async Task A_customer_is_created_got_listed_counted_found_updated_and_deleted(string vendor)
    {
        await using var sandbox = await SandboxInProcess.StartAsync(s => s with { Vendors = [vendor], Options = new() { Population = 1000 } });
        using var customers = new Customers(sandbox, vendor);
        if (customers.Creating is null) return;

        var body = customers.Body(customers.Creating);
        var (status, created) = await customers.CreateAsync(body);
        ((int)status).ShouldBeInRange(200, 201, created?.ToJsonString());
        var id = customers.IdOf(created);
        var got = await Got(customers, id);
        foreach (var (name, value) in body.Where(p => p.Value is JsonValue && got.ContainsKey(p.Key))) JsonNode.DeepEquals(got[name], value).ShouldBeTrue(name);
        (await Listed(customers, "")).ShouldContain(id);
        customers.Host.Customers.Count.ShouldBe(1001);
        if (customers.Finding(body) is { } query) (await Listed(customers, query)).ShouldContain(id);

        if (customers.Updating is { } updating)
        {
            var change = customers.Body(updating);
            (status, var updated) = await customers.UpdateAsync(id, change);
            status.ShouldBe(HttpStatusCode.OK, updated?.ToJsonString());
            var now = await Got(customers, id);
            JsonNode.DeepEquals(customers.One(updated), now).ShouldBeTrue();
            foreach (var (name, value) in change.Where(p => p.Value is JsonValue && now.ContainsKey(p.Key))) JsonNode.DeepEquals(now[name], value).ShouldBeTrue(name);
            if (customers.UpdatedField is { } field) string.CompareOrdinal(now[field]!.ToString(), got[field]!.ToString()).ShouldBeGreaterThan(0);
            if (customers.Finding(change) is { } changed) (await Listed(customers, changed)).ShouldContain(id);
            customers.Host.Customers.Count.ShouldBe(1001);
        }

        if (customers.Deleting is null) return;
        (status, _) = await customers.DeleteAsync(id);
        ((int)status).ShouldBeInRange(200, 204);
        (await Listed(customers, "")).ShouldNotContain(id);
        (await customers.DeleteAsync(id)).Status.ShouldBe(HttpStatusCode.NotFound);
        await Got(customers, id);
    }

    private static async Task<JsonObject> Got(Customers customers, string id)
    {
        var (status, body) = await customers.GetAsync(id);
        status.ShouldBe(HttpStatusCode.OK);
        customers.IdOf(body).ShouldBe(id);
        return customers.One(body);
    }

    private static async Task<List<string>> Listed(Customers customers, string query)
    {
        var (status, body) = await customers.ListAsync(query);
        status.ShouldBe(HttpStatusCode.OK, body?.ToJsonString());
        return customers.Ids(body);
    }
}
