using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MockCustomers.Vendors.Tests;

/// <summary>What a client would notice if it changed: such a change gets a line in CHANGELOG.</summary>
public sealed class ApprovalTests(SharedSandbox shared) : IClassFixture<SharedSandbox>
{
    private static readonly JsonSerializerOptions Indented = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    [Theory, MemberData(nameof(Vendors.Ours), MemberType = typeof(Vendors))]
    public async Task The_routes_are_the_approved_ones(string vendor)
    {
        using var tested = await shared.VendorAsync(vendor);
        var routes = tested.Vendor.Operations.Select(o => $"{o.Operation.Method,-6} {o.Template.Path}  {o.Operation.Id}  {o.ActionName}\n");
        Approved.Matches($"{vendor}.routes", string.Concat(routes), "Approved");
    }

    [Theory, MemberData(nameof(Vendors.Ours), MemberType = typeof(Vendors))]
    public async Task The_first_three_customers_are_the_approved_ones(string vendor)
    {
        using var tested = await shared.VendorAsync(vendor);
        var served = new StringBuilder();
        for (var place = 0; place < 3; place++)
        {
            var customer = tested.Customer(await tested.GetAsync(tested.PathOf(tested.Id(place))));
            served.Append(JsonSerializer.Serialize(JsonNode.Parse(customer), Indented).ReplaceLineEndings("\n")).Append('\n');
        }

        Approved.Matches($"{vendor}.customers", served.ToString(), "Approved");
    }

    [Fact]
    public void Every_approved_text_is_checked_by_a_test()
    {
        var vendors = Server.SandboxFolder.Names(Vendors.Shipped);
        string[] expected = [.. vendors.SelectMany(v => new[] { $"{v}.customers.approved.txt", $"{v}.routes.approved.txt" }).Order(StringComparer.Ordinal)];
        Directory.GetFiles(Path.Combine(Vendors.Sources(), "Approved"), "*.approved.txt").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal).ShouldBe(expected);
    }
}
