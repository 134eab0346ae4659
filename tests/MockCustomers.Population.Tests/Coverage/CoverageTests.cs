using System.Text.Json;
using System.Text.Json.Nodes;

namespace MockCustomers.Population.Tests.Coverage;

/// <summary>The first fifty customers show everything that there is, whatever the seed. (A population below fifty shows what fits.)</summary>
public sealed class CoverageTests
{
    private const int First = 50;

    public static TheoryData<string, long> Vendors
    {
        get
        {
            var data = new TheoryData<string, long>();
            foreach (var vendor in RepositoryFiles.Vendors)
                foreach (var seed in (long[])[42, 1, 2, 3, 4, 5, 6, 7]) data.Add(vendor, seed);
            return data;
        }
    }

    public static TheoryData<string, long> WithQuirks
    {
        get
        {
            var data = new TheoryData<string, long>();
            foreach (var row in Vendors)
                if (new ManifestWords(row.Data.Item1).Quirks.Length > 0) data.Add(row.Data.Item1, row.Data.Item2);
            return data;
        }
    }

    public static TheoryData<string> EachVendor => [.. RepositoryFiles.Vendors];

    [Theory, MemberData(nameof(Vendors))]
    public void Every_value_null_and_absence_of_the_spec(string vendor, long seed)
    {
        var never = NeverShown(vendor);
        var possible = CustomerSchema.Of(vendor);
        possible.Count.ShouldBeGreaterThan(5);
        var missing = possible.Except(never).Where(p => !Shown(vendor, seed).Any(p.IsShownBy)).ToList();
        missing.ShouldBeEmpty(string.Join("\n", missing));
    }

    [Theory, MemberData(nameof(Vendors))]
    public void Every_absence_pick_and_row_of_the_manifest(string vendor, long seed)
    {
        var words = new ManifestWords(vendor);
        var customers = Shown(vendor, seed);
        var missing = words.Absences.Where(p => !customers.Any(p.IsShownBy)).Select(p => $"{p}")
            .Concat(words.Picks.Where(p => !customers.Any(c => Paths.At(c, p.Path).Any(v => Is(v, p.Value)))).Select(p => $"{p.Path}: {p.Value?.ToJsonString()}"))
            .Concat(words.Rows.Where(r => !customers.Any(c => Paths.At(c, r.Path + "[]").Any(item => Has(item, r.Row)))).Select(r => $"{r.Path}: {r.Row.ToJsonString()}"))
            .ToList();
        missing.ShouldBeEmpty(string.Join("\n", missing));
    }

    [Theory, MemberData(nameof(Vendors))]
    public void Every_kind_in_every_state(string vendor, long seed)
    {
        var words = new ManifestWords(vendor);
        var store = Served.Vendor(vendor, Served.Seeded(seed)).Customers;
        var strata = store.Everybody.Stretch(0, First).Select(store.StratumOf).Distinct().ToList();
        strata.Count.ShouldBe(store.Population.Strata.All.Count);
        strata.Select(s => s.Kind.Name).Distinct().ShouldBe(words.Kinds, ignoreOrder: true);
        strata.Select(s => s.State.Name).Distinct().ShouldBe(words.States, ignoreOrder: true);
    }

    /// <summary>A quirk shows where a customer with quirks differs from the same one without.</summary>
    [Theory, MemberData(nameof(WithQuirks))]
    public void Every_quirk(string vendor, long seed)
    {
        var with = Served.Texts(Served.Vendor(vendor, Served.Seeded(seed)), 0, First).ToList();
        var without = Served.Texts(Served.Vendor(vendor, Served.Seeded(seed) with { Quirks = false }), 0, First).ToList();
        foreach (var field in new ManifestWords(vendor).Quirks)
            with.Zip(without).Any(pair => Text(pair.First, field) != Text(pair.Second, field)).ShouldBeTrue(field);
    }

    /// <summary>Of a hundred thousand names not one in two hundred is shorter than the shortest of the first, or longer than the longest.</summary>
    [Theory, MemberData(nameof(EachVendor))]
    public void A_shortest_a_longest_and_a_non_ASCII_name(string vendor)
    {
        var expected = YamlFile.Read<Expectations>(Here.Folder, "Expectations", vendor + ".yaml");
        var all = Served.Customers(Served.Vendor(vendor), 0, Served.Looked).Select(json => PersonOf(json, expected)).OfType<string>().ToList();
        var first = Served.Customers(Served.Vendor(vendor), 0, First).Select(json => PersonOf(json, expected)).OfType<string>().ToList();
        all.Count(name => name.Length < first.Min(n => n.Length)).ShouldBeLessThan(all.Count / 200);
        all.Count(name => name.Length > first.Max(n => n.Length)).ShouldBeLessThan(all.Count / 200);
        first.ShouldContain(name => name.Any(c => !char.IsAscii(c)));
        first.ShouldContain(name => name.Contains('-'));
    }

    /// <summary>The list of exceptions is no place to forget things in: each is possible by the spec, and really never shown.</summary>
    [Theory, MemberData(nameof(EachVendor))]
    public void What_is_never_shown_is_possible_and_is_never_shown(string vendor)
    {
        var possible = CustomerSchema.Of(vendor);
        var never = NeverShown(vendor);
        foreach (var possibility in never) possible.ShouldContain(possibility);
        var expandable = new ManifestWords(vendor).Expandable;
        foreach (var json in Served.Customers(Served.Vendor(vendor), First, 5_000, expandable))
            never.Where(p => p.IsShownBy(Parse(json))).ShouldBeEmpty();
    }

    private static IReadOnlyList<Possibility> NeverShown(string vendor) =>
        [.. YamlFile.Read<Expectations>(Here.Folder, "Expectations", vendor + ".yaml").NeverShown.SelectMany(n => n.Paths.SelectMany(path => n.What.Select(what => new Possibility(path, what))))];

    /// <summary>The first customers as a client sees them, once plain and once with everything that can be asked for.</summary>
    private static IReadOnlyList<JsonElement> Shown(string vendor, long seed)
    {
        var served = Served.Vendor(vendor, Served.Seeded(seed));
        return [.. Served.Customers(served, 0, First).Concat(Served.Customers(served, 0, First, new ManifestWords(vendor).Expandable)).Select(Parse)];
    }

    private static JsonElement Parse(byte[] json) => JsonDocument.Parse(json).RootElement;

    private static string Text(string json, string path) =>
        string.Concat(Paths.At(JsonDocument.Parse(json).RootElement, path).Select(value => value.GetRawText()));

    private static string? PersonOf(byte[] json, Expectations expected)
    {
        var customer = Parse(json);
        if (Paths.Text(customer, expected.Id) is { } id && expected.Documented.Contains(id)) return null;
        var person = expected.People.FirstOrDefault(p => Checking.Matcher.Holds(customer, p.When));
        if (person is null) return null;
        return Paths.Text(customer, person.First) is { } first ? $"{first} {Paths.Text(customer, person.Last)}" : Paths.Text(customer, person.Full);
    }

    private static bool Has(JsonElement item, JsonObject row) => row.All(pair => Paths.At(item, pair.Key).Any(value => Is(value, pair.Value)));

    private static bool Is(JsonElement found, JsonNode? wanted) => JsonNode.DeepEquals(JsonNode.Parse(found.GetRawText()), wanted);
}
