using System.Net;
using System.Text.Json.Nodes;
using MockCustomers.Server;
using MockCustomers.Testing;
using MockCustomers.Vendors;

namespace MockCustomers.Whole.Tests;

/// <summary>What is written is seen everywhere at once: got, listed, counted, found.</summary>
public sealed class RoundTripTests
{
    private static readonly Lazy<IReadOnlyList<Vendor>> Loaded = new(() =>
    [
        .. SandboxFolder.Load(new SandboxSettings
        {
            Specs = Path.Combine(AppContext.BaseDirectory, "specs"),
            Fixtures = Path.Combine(AppContext.BaseDirectory, "fixtures"),
        }).Select(loaded => loaded.Vendor),
    ]);

    public static TheoryData<string> WithCreate => [.. Loaded.Value.Where(v => Customers.CreatingOf(v) is not null).Select(v => v.Name)];

    public static TheoryData<string> WithCreateAndDelete =>
        [.. Loaded.Value.Where(v => Customers.CreatingOf(v) is not null && Customers.DeletingOf(v) is not null).Select(v => v.Name)];

    [Fact]
    public void There_are_customers_to_create_and_to_delete()
    {
        WithCreate.Count.ShouldBeGreaterThanOrEqualTo(4);
        WithCreateAndDelete.Count.ShouldBeGreaterThanOrEqualTo(1);
    }

    [Theory, MemberData(nameof(WithCreate))]
    public async Task A_customer_is_created_got_listed_counted_found_and_updated(string vendor)
    {
        await using var sandbox = await Sandbox.StartAsync(o => o.With(s => s with { Vendors = [vendor], Options = new() { Population = 1000 } }));
        using var customers = new Customers(sandbox, vendor);
        var body = customers.Body(customers.Creating!);
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
    }

    [Theory, MemberData(nameof(WithCreateAndDelete))]
    public async Task A_customer_that_was_deleted_is_got_and_no_longer_listed(string vendor)
    {
        await using var sandbox = await Sandbox.StartAsync(o => o.With(s => s with { Vendors = [vendor], Options = new() { Population = 1000 } }));
        using var customers = new Customers(sandbox, vendor);
        var id = customers.IdOf((await customers.CreateAsync(customers.Body(customers.Creating!))).Body);
        (await Listed(customers, "")).ShouldContain(id);
        var (status, _) = await customers.DeleteAsync(id);
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
