using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using NJsonSchema;

namespace MockCustomers.Tests.Architecture;

/// <summary>The manifest's schema says what the readers do, no more and no less.</summary>
public sealed class ManifestSchemaTests
{
    private const string Nonsense = "nonsense";

    public static TheoryData<string> Folders => [.. Manifests.All];

    public static TheoryData<string> ReadGroups => [.. ManifestSchema.ReadGroups];

    /// <summary>Every key that holds a word of a list or a number within bounds.</summary>
    public static TheoryData<string, string> Bounded
    {
        get
        {
            var bounded = new TheoryData<string, string>();
            foreach (var group in ManifestSchema.ReadGroups)
                foreach (var key in ManifestSchema.Keys(group))
                    if (ManifestSchema.Property(group, key) is var p && (p.ContainsKey("enum") || p.ContainsKey("maximum")))
                        bounded.Add(group, key);
            return bounded;
        }
    }

    [Theory, MemberData(nameof(Folders))]
    public async Task Every_manifest_is_valid(string folder) =>
        (await ErrorsOf(Manifests.Document(folder))).ShouldBeEmpty();

    [Fact]
    public async Task The_manifest_of_these_tests_is_valid_and_served()
    {
        var whole = Manifests.Parse(ManifestSchema.Whole);
        (await ErrorsOf(whole)).ShouldBeEmpty();
        var diagnostics = new DiagnosticBag();
        using var vendor = Manifests.Make(whole, diagnostics);
        diagnostics.Found.ShouldBeEmpty();
        vendor.ShouldNotBeNull();
    }

    [Theory, MemberData(nameof(ReadGroups))]
    public async Task The_readers_know_the_keys_of_the_schema_and_no_others(string group)
    {
        var manifest = ManifestSchema.With(group, Nonsense, 1);
        Told(manifest, $"{ManifestSchema.PlaceOf(group)}/{Nonsense}").ShouldBe(ManifestSchema.Keys(group), ignoreOrder: true);
        (await ErrorsOf(manifest)).ShouldNotBeEmpty();
    }

    [Theory, MemberData(nameof(Bounded))]
    public async Task The_readers_know_the_words_and_bounds_of_the_schema_and_no_others(string group, string key)
    {
        var manifest = ManifestSchema.With(group, key, Nonsense);
        (await ErrorsOf(manifest)).ShouldNotBeEmpty();
        var property = ManifestSchema.Property(group, key);
        if (property["enum"] is JsonArray words)
            Told(manifest, "").ShouldBe(words.Select(w => w!.GetValue<string>()), ignoreOrder: true);
        else
            Remedies(manifest, $"{ManifestSchema.PlaceOf(group)}/{key}").ShouldContain($"a whole number from {property["minimum"]} to {property["maximum"]}");
    }

    [Theory]
    [InlineData("customer", "fields", """{"email": {"fact": "email", "const": "a@example.com"}}""")]
    [InlineData("customer", "fields", """{"email": {"pick": []}}""")]
    [InlineData("customer", "fields", """{"email": {"fact": "email", "form": "roman"}}""")]
    [InlineData("customer", "quirks", """[{"field": "phone", "as": {"null": 1}}]""")]
    [InlineData("customer", "countries", """{"US": 0}""")]
    [InlineData("customer", "operation", "7")]
    [InlineData("errors", "faults", """{"unexpected": {"status": 500}}""")]
    [InlineData("errors", "faults", """{"nonsense": {"status": 500}}""")]
    [InlineData("words", "status", "null")]
    [InlineData("auth", "keys", "[]")]
    [InlineData("auth", "keys", "[1]")]
    [InlineData("auth", "keys", """["one", "one"]""")]
    [InlineData("auth", "keys", """["one "]""")]
    [InlineData("key", "key", "\"\"")]
    [InlineData("manifest", "basePath", "\"v1\"")]
    [InlineData("manifest", "clientPath", "\"/v1/\"")]
    [InlineData("mapping", "action", "7")]
    [InlineData("webhooks", "retries", """["soon"]""")]
    [InlineData("webhooks", "timeout", "15")]
    [InlineData("webhooks", "delivered", "[100]")]
    [InlineData("webhookEvent", "on", """["renamed"]""")]
    [InlineData("webhookSignature", "scheme", "\"md5\"")]
    [InlineData("subscription", "most", "0")]
    public async Task What_the_readers_refuse_the_schema_refuses(string group, string key, string value)
    {
        var manifest = ManifestSchema.With(group, key, JsonNode.Parse(value));
        var diagnostics = new DiagnosticBag();
        using var vendor = Manifests.Make(manifest, diagnostics);
        diagnostics.Found.ShouldNotBeEmpty();
        (await ErrorsOf(manifest)).ShouldNotBeEmpty();
    }

    [Fact]
    public void Every_group_and_key_is_described()
    {
        ManifestSchema.Groups.Count.ShouldBeGreaterThan(10);
        foreach (var (group, schema) in ManifestSchema.Groups)
        {
            schema.ContainsKey("description").ShouldBeTrue(group);
            foreach (var key in ManifestSchema.Keys(group))
                ManifestSchema.Property(group, key).ContainsKey("description").ShouldBeTrue($"{group}.{key}");
        }
    }

    private static async Task<IEnumerable<string>> ErrorsOf(JsonNode manifest)
    {
        var schema = await JsonSchema.FromJsonAsync(ManifestSchema.Json.ToJsonString());
        return schema.Validate(manifest.ToJsonString()).Select(error => error.ToString());
    }

    /// <summary>The words that a diagnostic about the nonsense offers instead.</summary>
    private static string[] Told(JsonNode manifest, string pointer)
    {
        const string offer = "one of: ";
        var remedy = Remedies(manifest, pointer).First(r => r.Contains(offer, StringComparison.Ordinal));
        return remedy[(remedy.IndexOf(offer, StringComparison.Ordinal) + offer.Length)..].Split(", ");
    }

    /// <summary>What would be right at a place, or inside of it.</summary>
    private static IReadOnlyList<string> Remedies(JsonNode manifest, string pointer)
    {
        var diagnostics = new DiagnosticBag();
        Manifests.Make(manifest, diagnostics)?.Dispose();
        return [.. diagnostics.Found.Where(d => d.Pointer.StartsWith(pointer, StringComparison.Ordinal) && d.Problem.Contains(Nonsense, StringComparison.Ordinal)).Select(d => d.Remedy)];
    }
}
