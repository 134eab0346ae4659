using System.Text.Json.Nodes;
using MockCustomers.Vendors;

namespace MockCustomers.Population.Tests.Golden;

/// <summary>What is added moves nothing that was there: each thing draws from a stream of its own.</summary>
public sealed class AdditionTests : IDisposable
{
    private const int Looked = 300;
    private const string Added = "zz_added";
    private static readonly SandboxOptions Options = new();
    private readonly TemporaryFolder folder = new();
    private readonly string specs;

    public AdditionTests() => specs = folder.CopyOf(RepositoryFiles.Specs);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_field_more_moves_no_other()
    {
        foreach (var vendor in RepositoryFiles.Vendors) AddField(vendor);
        var with = Customers();
        foreach (var vendor in RepositoryFiles.Vendors)
        {
            with[vendor].ShouldAllBe(customer => customer.Contains(Added));
            with[vendor].Select(Without).ShouldBe(Before()[vendor].Select(Without));
        }
    }

    [Fact]
    public void A_vendor_more_moves_no_other()
    {
        var model = RepositoryFiles.Vendors[0];
        Directory.CreateDirectory(Path.Combine(specs, "aaa"));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(specs, model))) File.Copy(file, Path.Combine(specs, "aaa", Path.GetFileName(file)));
        Change(Path.Combine("aaa", "vendor.yaml"), lines => lines.Where(line => !line.StartsWith("port:", StringComparison.Ordinal)));
        var with = Customers();
        foreach (var vendor in RepositoryFiles.Vendors) with[vendor].ShouldBe(Before()[vendor]);
        with["aaa"].Intersect(with[model]).ShouldBeEmpty();
    }

    [Fact]
    public void A_new_country_does_not_change_other_customers()
    {
        var model = Directory.EnumerateFiles(Path.Combine(specs, "_countries"), "*.yaml").Order(StringComparer.Ordinal).First();
        var code = Path.GetFileNameWithoutExtension(model);
        File.WriteAllText(Path.Combine(specs, "_countries", "AA.yaml"), File.ReadAllText(model).Replace($"code: {code}", "code: AA", StringComparison.Ordinal).Replace($"{code}-", "AA-", StringComparison.Ordinal));
        var with = Customers();
        foreach (var vendor in RepositoryFiles.Vendors) with[vendor].ShouldBe(Before()[vendor]);
    }

    [Fact]
    public void A_larger_population_has_the_same_customers_at_its_front()
    {
        var larger = Served.Load(specs, Options with { Population = 1_000_000_000 });
        foreach (var vendor in larger)
        {
            var store = vendor.Customers;
            var front = Served.Vendor(vendor.Name, Options).Customers.Everybody.Stretch(0, Looked).ToList();
            store.Everybody.Stretch(0, Looked).Select(store.IdOf).ShouldBe(front.Select(Served.Vendor(vendor.Name, Options).Customers.IdOf));
            Served.Texts(vendor, 0, Looked).ShouldBe(Before()[vendor.Name]);
        }
    }

    private static Dictionary<string, List<string>> Before() =>
        RepositoryFiles.Vendors.ToDictionary(name => name, name => Served.Texts(Served.Vendor(name, Options), 0, Looked).ToList());

    private Dictionary<string, List<string>> Customers() =>
        Served.Load(specs, Options).ToDictionary(vendor => vendor.Name, vendor => Served.Texts(vendor, 0, Looked).ToList());

    /// <summary>A property in the spec's customer and a random number for it in the manifest.</summary>
    private void AddField(string vendor)
    {
        var spec = new SpecFile(specs, vendor);
        spec.Customer().First(part => part["properties"] is not null)["properties"]![Added] = new JsonObject { ["type"] = "integer" };
        File.WriteAllText(spec.Path, spec.Root.ToJsonString());
        var inCustomer = false;
        Change(Path.Combine(vendor, "vendor.yaml"), lines => lines.SelectMany(line =>
        {
            inCustomer |= line == "customer:";
            return inCustomer && line == "  fields:" ? new[] { line, $"    {Added}: {{range: {{least: 1, most: 1000000}}}}" } : [line];
        }));
    }

    private void Change(string file, Func<IEnumerable<string>, IEnumerable<string>> change) =>
        File.WriteAllLines(Path.Combine(specs, file), change(File.ReadAllLines(Path.Combine(specs, file))));

    private static string Without(string customer)
    {
        var map = JsonNode.Parse(customer)!.AsObject();
        map.Remove(Added);
        return map.ToJsonString();
    }
}
