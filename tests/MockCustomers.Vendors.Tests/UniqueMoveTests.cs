using System.Text.Json.Nodes;
using MockCustomers.Exchange;
using MockCustomers.Testing;
using MockCustomers.Vendors.Tests.Filters;

namespace MockCustomers.Vendors.Tests;

/// <summary>A move into a state in which a value counts, which is a delete of a shipped vendor the other way round.</summary>
public sealed class UniqueMoveTests
{
    /// <summary>Vendor, move and field: the moves after which a customer does not count.</summary>
    public static TheoryData<string, string, string> Moves
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var vendor in Manifests.All)
                foreach (var unique in vendor.Mappings.SelectMany(m => m.Write.Unique).Where(u => u.States.Count > 0).DistinctBy(u => u.Field))
                    foreach (var move in vendor.Mappings.Where(m => m.Action == "move" && m.Write.Moves is [{ To: { } to }] && !unique.Counts(to)))
                        data.Add(vendor.Name, move.Operation, unique.Field);
            return data;
        }
    }

    [Theory, MemberData(nameof(Moves))]
    public async Task Who_comes_back_finds_the_value_taken(string vendor, string move, string unique)
    {
        using var folder = new TemporaryFolder();
        folder.CopyOf(Path.Combine(Vendors.Shipped, vendor));
        folder.CopyOf(Path.Combine(Vendors.Shipped, "_countries"));
        folder.Write(Reversed(vendor, move, unique).ToJsonString(), vendor, "vendor.yaml");
        await using var sandbox = await Sandbox.StartAsync(o => o.With(settings => settings with { Specs = folder.Path, Options = new SandboxOptions { Population = 500 } }));
        using var tested = new VendorUnderTest(sandbox.Host(vendor));
        await CheckAsync(tested, move, unique);
    }

    private static async Task CheckAsync(VendorUnderTest tested, string move, string unique)
    {
        var operation = tested.Vendor.Operations.Single(o => o.Operation.Id == move);
        var update = tested.Vendor.Operations.First(o => o.ActionName == "update" && o.IdParameter is not null);
        var counts = tested.Mapping(update)!.Write.Unique.Single(u => u.Field == unique);
        var from = tested.Mapping(operation)!.Write.Moves[0].From;
        var away = tested.Host.Customers.List(s => from.Contains(s.State.Name));
        var here = tested.Host.Customers.List(s => counts.Counts(s.State.Name));
        var ids = new[] { away[0], away[1], here[0], here[1] }.Select(tested.Host.Customers.IdOf).ToList();
        async Task<int> GiveAsync(string id, string value) =>
            (await Changes.SendAsync(tested, update, update.Template.Fill(_ => id), new JsonObject { [unique] = value })).Status;
        async Task<int> MoveAsync(string id) => (await Changes.SendAsync(tested, operation, operation.Template.Fill(_ => id), [])).Status;
        var conflict = tested.Manifest.Errors.Faults[FaultKind.Conflict]!.Status;

        (await GiveAsync(ids[2], "taken@example.com")).ShouldBe(200);
        (await GiveAsync(ids[0], "taken@example.com")).ShouldBe(200, "who is away may have it");
        (await MoveAsync(ids[0])).ShouldBe(conflict);
        (await GiveAsync(ids[2], "other@example.com")).ShouldBe(200);
        (await MoveAsync(ids[0])).ShouldBeLessThan(300, "nobody has it any more");
        (await GiveAsync(ids[3], "taken@example.com")).ShouldBe(conflict);
        (await MoveAsync(ids[1])).ShouldBeLessThan(300, "a value that nobody else ever had");
    }

    /// <summary>The vendor's manifest, with a move that leads back, which no lifecycle forbids.</summary>
    private static JsonNode Reversed(string vendor, string move, string unique)
    {
        var manifest = Manifests.All.Single(m => m.Name == vendor);
        var mapping = manifest.Mappings.Single(m => m.Operation == move);
        var (from, to) = (mapping.Write.Moves[0].From, mapping.Write.Moves[0].To!);
        var states = manifest.Mappings.SelectMany(m => m.Write.Unique).First(u => u.Field == unique).States;
        var reversed = manifest.Node.Json!.DeepClone();
        reversed["customer"]!.AsObject().Remove("lifecycle");
        var written = reversed["mappings"]![move]!.AsObject();
        written["from"] = new JsonArray(to);
        written["to"] = from[0];
        written["unique"] = new JsonObject { [unique] = new JsonArray([.. states.Select(s => JsonValue.Create(s))]) };
        return reversed;
    }
}
