using System.Globalization;
using System.Text.Json.Nodes;
using MockCustomers.Exchange;
using MockCustomers.Manifests;
using MockCustomers.Store;
using MockCustomers.Vendors.Tests.Filters;
using MockCustomers.Vendors.Tests.Wire;

namespace MockCustomers.Vendors.Tests;

/// <summary>What no two customers may have, in every state and by every operation that writes it.</summary>
public sealed class UniqueTests(SharedSandbox shared) : IClassFixture<SharedSandbox>
{
    private static readonly SandboxOptions Own = new() { Population = 10_000 };
    private static int given;

    /// <summary>How many of the population were written to: each row of the theory takes others.</summary>
    private static int chosen;

    /// <summary>Vendor, operation and field of everything that is unique.</summary>
    public static TheoryData<string, string, string> Unique
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var vendor in Manifests.All)
                foreach (var mapping in vendor.Mappings)
                    foreach (var name in mapping.Versions.Values.Prepend(mapping).SelectMany(m => m.Write.Unique).Select(u => u.Field).Distinct())
                        data.Add(vendor.Name, mapping.Operation, name);
            return data;
        }
    }

    [Fact]
    public void Several_vendors_have_something_unique() => Unique.Count.ShouldBeGreaterThanOrEqualTo(8);

    [Theory, MemberData(nameof(Unique))]
    public async Task A_value_is_given_once_among_those_who_count_and_again_after_a_delete(string vendor, string operation, string field)
    {
        using var tested = await shared.VendorAsync(vendor, Own);
        var world = new World(tested, operation, field);
        var value = Fresh();
        var first = await world.CreateAsync(value);
        await world.ConflictsAsync(world.Create, null, value);
        foreach (var leave in world.Leaving)
        {
            (await Changes.SendAsync(tested, leave, leave.Template.Fill(_ => first), [])).Status.ShouldBeLessThan(300);
            var second = await world.CreateAsync(value);
            await world.ConflictsAsync(world.Create, null, value);
            foreach (var update in world.Updates)
            {
                await world.TakesAsync(update, second, []);
                await world.TakesAsync(update, second, world.Body(value));
                await world.TakesAsync(update, first, []);
                await world.TakesAsync(update, first, world.Body(value));
                var other = await world.CreateAsync(Fresh());
                await world.ConflictsAsync(update, other, value);
                await world.TakesAsync(update, other, []);
            }

            first = second;
        }
    }

    [Theory, MemberData(nameof(Unique))]
    public async Task In_each_state_a_value_counts_or_it_does_not(string vendor, string operation, string field)
    {
        using var tested = await shared.VendorAsync(vendor, Own);
        var world = new World(tested, operation, field);
        var states = 0;
        foreach (var state in tested.Manifest.Customer.States.Select(s => s.Name).DefaultIfEmpty("any"))
        {
            var list = tested.Host.Customers.List(s => s.State.Name == state);
            list.Count.ShouldBeGreaterThan(150, state);
            var id = tested.Host.Customers.IdOf(list[list.Count - 1 - Interlocked.Increment(ref chosen)]);
            var value = Fresh();
            var newcomer = await world.CreateAsync(value);
            foreach (var update in world.Updates)
            {
                // Somebody in this state comes to have what a newcomer has.
                if (world.Counts(state)) await world.ConflictsAsync(update, id, value);
                else await world.TakesAsync(update, id, world.Body(value));
                await world.TakesAsync(update, newcomer, []);
                await world.TakesAsync(update, id, []);
            }

            // What somebody in this state has had from the beginning is taken, or it is not.
            var old = list[list.Count - 1 - Interlocked.Increment(ref chosen)];
            states++;
            if (FieldPath.Text(tested.Host.Customers.Read(old), field) is not { Length: > 0 } had) continue;
            foreach (var update in world.Updates) await world.TakesAsync(update, tested.Host.Customers.IdOf(old), world.Body(had));
            if (world.Counts(state)) await world.ConflictsAsync(world.Create, null, had);
            else await world.CreateAsync(had);
        }

        states.ShouldBeGreaterThan(0);
    }

    [Theory, MemberData(nameof(Unique))]
    public async Task Who_does_not_count_is_not_found_by_the_value(string vendor, string operation, string field)
    {
        using var tested = await shared.VendorAsync(vendor, Own);
        var world = new World(tested, operation, field);
        var value = Fresh();
        var id = await world.CreateAsync(value);
        foreach (var leave in world.Leaving)
        {
            foreach (var lookup in world.Lookups) (await world.LookUpAsync(lookup, value)).Status.ShouldBeLessThan(300, lookup.Operation.Id);
            (await Changes.SendAsync(tested, leave, leave.Template.Fill(_ => id), [])).Status.ShouldBeLessThan(300);
            foreach (var lookup in world.Lookups)
                (await world.LookUpAsync(lookup, value)).Status.ShouldBe(tested.Manifest.Errors.Faults[FaultKind.NoSuchCustomer]!.Status, lookup.Operation.Id);
            id = await world.CreateAsync(value);
        }
    }

    [Theory, MemberData(nameof(Unique))]
    public async Task No_two_are_refused_for_having_nothing(string vendor, string operation, string field)
    {
        using var tested = await shared.VendorAsync(vendor, Own);
        var world = new World(tested, operation, field);
        foreach (var nothing in new JsonNode?[] { "", null })
        {
            for (var time = 0; time < 2; time++)
            {
                var body = world.Body(Fresh());
                FieldPath.Set(body, field, nothing?.DeepClone());
                (await world.SendAsync(world.Create, null, body)).Status.ShouldNotBe(409);
                foreach (var update in world.Updates) (await world.SendAsync(update, tested.Id(time), body)).Status.ShouldNotBe(409);
            }
        }
    }

    private static string Fresh() => $"unique-{Interlocked.Increment(ref given).ToString(CultureInfo.InvariantCulture)}@example.com";

    /// <summary>The operations of a vendor that have to do with a field that is unique.</summary>
    private sealed class World(VendorUnderTest tested, string operation, string name)
    {
        private readonly UniqueManifest unique = tested.Manifest.Mappings.Single(m => m.Operation == operation).Write.Unique.Single(u => u.Field == name);

        public ServedOperation Create { get; } = tested.Vendor.Operations.Single(o => o.ActionName == "create");

        /// <summary>The operation itself where it is an update; for a creation, all updates.</summary>
        public IReadOnlyList<ServedOperation> Updates { get; } =
            [.. tested.Vendor.Operations.Where(o => o.ActionName == "update" && (o.Operation.Id == operation || !IsUpdate(tested, operation)))];

        /// <summary>The moves after which a customer does not count.</summary>
        public IReadOnlyList<ServedOperation> Leaving =>
            [.. tested.Vendor.Operations.Where(o => o.ActionName == "move" && o.IdParameter is not null && tested.Mapping(o)!.Write.Moves.All(m => m.To is { } to && !Counts(to)))];

        /// <summary>The operations that find a customer by the field.</summary>
        public IReadOnlyList<ServedOperation> Lookups =>
            [.. tested.Vendor.Operations.Where(o => tested.Mapping(o)!.Write.Key.Any(k => k.Value == name) && o.ActionName is "fetch" or "update")];

        public bool Counts(string state) => unique.Counts(state);

        public JsonObject Body(string value)
        {
            var body = new JsonObject();
            FieldPath.Set(body, name, value);
            return body;
        }

        /// <summary>Creates a customer; its id.</summary>
        public async Task<string> CreateAsync(string value)
        {
            var answer = await SendAsync(Create, null, Body(value));
            answer.Status.ShouldBeLessThan(300, answer.Text);
            return tested.Host.Customers.IdOf(tested.Host.Customers.Everybody[0]);
        }

        public async Task TakesAsync(ServedOperation update, string id, JsonObject body)
        {
            var answer = await SendAsync(update, id, body);
            answer.Status.ShouldBe(200, $"{update.Operation.Id} {body.ToJsonString()}: {answer.Text}");
        }

        public async Task ConflictsAsync(ServedOperation by, string? id, string value)
        {
            var answer = await SendAsync(by, id, Body(value));
            answer.Status.ShouldBe(tested.Manifest.Errors.Faults[FaultKind.Conflict]!.Status, $"{by.Operation.Id} {value}: {answer.Text}");
        }

        public Task<Answer> SendAsync(ServedOperation by, string? id, JsonObject body)
        {
            if (by.ActionName == "create") body = Whole(body);
            var target = id is null || by.IdParameter is not null ? by.Template.Fill(_ => id!) : $"{by.Template.Fill(_ => "")}?{IdKey(by)}={id}";
            return Changes.SendAsync(tested, by, target, body);
        }

        public Task<Answer> LookUpAsync(ServedOperation by, string value)
        {
            var key = tested.Mapping(by)!.Write.Key.First(k => k.Value == name).Key;
            var target = by.Template.Parameters.Length > 0 ? by.Template.Fill(_ => value) : $"{by.Template.Fill(_ => "")}?{key}={Uri.EscapeDataString(value)}";
            return Changes.SendAsync(tested, by, target, []);
        }

        private static bool IsUpdate(VendorUnderTest tested, string operation) => tested.Vendor.Operations.Any(o => o.Operation.Id == operation && o.ActionName == "update");

        private string IdKey(ServedOperation by) => tested.Mapping(by)!.Write.Key.Single(k => k.Value == tested.Manifest.Customer.Id.Field).Key;

        /// <summary>The spec's example of a new customer, with what is given.</summary>
        private JsonObject Whole(JsonObject given)
        {
            var whole = Create.Operation.Body!.Examples.OfType<JsonObject>().First().DeepClone().AsObject();
            foreach (var other in tested.Mapping(Create)!.Write.Unique) FieldPath.Set(whole, other.Field, Fresh());
            foreach (var (property, value) in given) whole[property] = value?.DeepClone();
            return whole;
        }
    }
}
