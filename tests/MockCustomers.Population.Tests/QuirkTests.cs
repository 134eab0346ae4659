using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MockCustomers.Population.Tests.Coverage;
using MockCustomers.Vendors;

namespace MockCustomers.Population.Tests;

/// <summary>--quirks off gives the tidy form, and changes nothing else.</summary>
public sealed class QuirkTests
{
    private const int Looked = 20_000;
    private static readonly SandboxOptions Tidy = new() { Quirks = false };
    private static readonly ConcurrentDictionary<string, IReadOnlyList<(string With, string Without)>> Made = new();

    public static TheoryData<string> Vendors => [.. RepositoryFiles.Vendors.Where(vendor => new ManifestWords(vendor).Quirks.Length > 0)];

    [Fact]
    public void There_are_quirks_to_look_at() => Vendors.Count.ShouldBeGreaterThanOrEqualTo(2);

    [Theory, MemberData(nameof(Vendors))]
    public void Quirks_change_only_the_fields_that_have_them(string vendor)
    {
        var quirks = new ManifestWords(vendor).Quirks;
        foreach (var (with, without) in Pairs(vendor))
            if (with != without) Strip(with, quirks).ShouldBe(Strip(without, quirks));
    }

    /// <summary>Where the field is there, and where the odd form looks different: at most the share, and not a fifth of it less.</summary>
    [Theory, MemberData(nameof(Vendors))]
    public void Each_quirk_shows_in_its_share_of_the_customers(string vendor)
    {
        var manifest = YamlFile.Read(RepositoryFiles.Specs, vendor, "vendor.yaml");
        foreach (var quirk in manifest["customer"]!["quirks"]?.AsArray() ?? [])
        {
            var field = (string)quirk!["field"]!;
            var there = Pairs(vendor).Where(pair => Has(pair.Without, field)).ToList();
            var odd = there.Count(pair => Has(pair.With, field) && !JsonNode.DeepEquals(At(pair.With, field), At(pair.Without, field)));
            (100.0 * odd / there.Count).ShouldBeInRange((long)quirk["share"]! * 0.7, (long)quirk["share"]! * 1.1, field);
        }
    }

    [Theory, MemberData(nameof(Vendors))]
    public void Without_quirks_every_field_has_one_type(string vendor)
    {
        foreach (var field in new ManifestWords(vendor).Quirks)
        {
            var types = Pairs(vendor).Select(pair => At(pair.Without, field)).OfType<JsonNode>().Select(value => value.GetValueKind()).Distinct().ToList();
            types.Count.ShouldBe(1, field);
            Pairs(vendor).Select(pair => At(pair.Without, field)?.ToString()).ShouldNotContain("");
        }
    }

    /// <summary>Each quirk is named with its share in the vendor's SOURCE.md.</summary>
    [Theory, MemberData(nameof(Vendors))]
    public void Each_quirk_is_told_in_the_sources(string vendor)
    {
        var manifest = YamlFile.Read(RepositoryFiles.Specs, vendor, "vendor.yaml");
        var source = File.ReadAllText(Path.Combine(RepositoryFiles.Specs, vendor, "SOURCE.md"));
        foreach (var quirk in manifest["customer"]!["quirks"]?.AsArray() ?? [])
        {
            var name = ((string)quirk!["field"]!).Split('.')[^1];
            Regex.Split(source, @"\n(?=\d+\. )").ShouldContain(text =>
                text.Contains(name, StringComparison.Ordinal) && text.Contains($"a quirk of {quirk["share"]} percent", StringComparison.Ordinal), name);
        }
    }

    private static IReadOnlyList<(string With, string Without)> Pairs(string vendor) => Made.GetOrAdd(vendor, name =>
        [.. Served.Texts(Served.Vendor(name), 0, Looked).Zip(Served.Texts(Served.Vendor(name, Tidy), 0, Looked))]);

    private static bool Has(string json, string path) => At(json, path) is not null || json.Contains($"\"{path.Split('.')[^1]}\":null", StringComparison.Ordinal);

    private static JsonNode? At(string json, string path)
    {
        JsonNode? node = JsonNode.Parse(json);
        foreach (var name in path.Split('.')) node = (node as JsonObject)?[name];
        return node;
    }

    private static string Strip(string json, string[] paths)
    {
        var customer = JsonNode.Parse(json)!;
        foreach (var path in paths)
        {
            JsonNode? holder = customer;
            foreach (var name in path.Split('.')[..^1]) holder = (holder as JsonObject)?[name];
            (holder as JsonObject)?.Remove(path.Split('.')[^1]);
        }

        return customer.ToJsonString();
    }
}
