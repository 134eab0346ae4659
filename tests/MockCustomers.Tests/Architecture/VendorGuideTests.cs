using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MockCustomers.Customers;
using MockCustomers.Diagnostics;

namespace MockCustomers.Tests.Architecture;

/// <summary>docs/vendors.md says all that a manifest can say, and nothing else.</summary>
public sealed partial class VendorGuideTests
{
    private static readonly string Guide = Repository.Text("docs", "vendors.md");

    public static TheoryData<string> Groups => [.. ManifestSchema.Groups.Keys];

    [Theory, MemberData(nameof(Groups))]
    public void Every_key_of_the_schema_has_its_row(string group) =>
        Rows($"### {group}").ShouldBe(ManifestSchema.Keys(group), ignoreOrder: true);

    [Fact]
    public void Every_fact_has_its_row()
    {
        var facts = EngineFacts.Make().Concat(Manifests.RealFaker.Facts([new CountryShare("US", 1)])).Select(fact => fact.Name);
        Rows("## Facts").ShouldBe(facts.Append("id"), ignoreOrder: true);
    }

    [Fact]
    public void Every_form_has_its_row() =>
        Rows("### Forms").ShouldBe(Words("from", "form"), ignoreOrder: true);

    [Fact]
    public void Every_id_shape_has_its_row() => Rows("## Id shapes").ShouldBe(Words("id", "shape"), ignoreOrder: true);

    [Fact]
    public void Every_pager_has_its_row() => Rows("## Pagers").ShouldBe(Words("paging", "style"), ignoreOrder: true);

    [Fact]
    public void Every_action_has_its_row() => Rows("## Actions").ShouldBe(Words("mapping", "action"), ignoreOrder: true);

    [Fact]
    public void Every_filter_grammar_has_its_row() => Rows("## Filter grammars").ShouldBe(Words("filter", "grammar"), ignoreOrder: true);

    [Fact]
    public void Every_authenticator_has_its_row() => Rows("## Authenticators").ShouldBe(Words("auth", "scheme"), ignoreOrder: true);

    [Fact]
    public void Every_signature_scheme_has_its_row() => Rows("## Signatures").ShouldBe(Words("webhookSignature", "scheme"), ignoreOrder: true);

    [Theory]
    [InlineData("webhooks", "body", "| `webhooks`, bodies")]
    [InlineData("subscription", "body", "| `subscription`, body")]
    [InlineData("errors", "body", "| `errors`, faults")]
    [InlineData("mapping", "body", "| `mappings`, `list`")]
    public void Every_placeholder_is_in_its_row(string group, string key, string row)
    {
        var diagnostics = new DiagnosticBag();
        Manifests.Make(ManifestSchema.With(group, key, new JsonObject { ["a"] = "{nonsense}" }), diagnostics)?.Dispose();
        var remedy = diagnostics.Found.Last(d => d.Problem == "unknown placeholder '{nonsense}'").Remedy;
        var known = Placeholder().Matches(remedy).Select(m => m.Value).ToList();
        known.ShouldNotBeEmpty();
        var line = Guide.Split('\n').Single(l => l.StartsWith(row, StringComparison.Ordinal));
        Placeholder().Matches(line).Select(m => m.Value).ShouldBe(known, ignoreOrder: true);
    }

    /// <summary>The first column of a section's table: what stands there in backticks.</summary>
    private static List<string> Rows(string heading)
    {
        var lines = Guide.Split('\n').SkipWhile(line => line != heading).Skip(1).TakeWhile(line => !line.StartsWith('#'));
        var rows = lines.Select(line => FirstCell().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value).ToList();
        rows.ShouldNotBeEmpty($"docs/vendors.md has no table under '{heading}'");
        return rows;
    }

    private static IEnumerable<string> Words(string group, string key) =>
        ManifestSchema.Property(group, key)["enum"]!.AsArray().Select(word => word!.GetValue<string>());

    [GeneratedRegex(@"^\| `([^`]+)`")]
    private static partial Regex FirstCell();

    [GeneratedRegex(@"\{[\w.*]+\}")]
    private static partial Regex Placeholder();
}
