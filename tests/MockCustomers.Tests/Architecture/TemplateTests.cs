using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MockCustomers.Diagnostics;
using MockCustomers.Exchange;
using MockCustomers.Vendors;
using NJsonSchema;

namespace MockCustomers.Tests.Architecture;

/// <summary>The folder that is copied to start a vendor is a vendor.</summary>
public sealed partial class TemplateTests
{
    [Fact]
    public void It_is_served_as_it_stands()
    {
        using var vendor = Template();
        var list = Answer(vendor, "/v1/customers?limit=2", vendor.Authenticator.Sample, 200);
        list["data"]!.AsArray().Count.ShouldBe(2);
        list["has_more"]!.GetValue<bool>().ShouldBeTrue();
        var first = list["data"]![0]!;
        JsonNode.DeepEquals(Answer(vendor, $"/v1/customers/{first["id"]}", vendor.Authenticator.Sample, 200), first).ShouldBeTrue();
        Answer(vendor, "/v1/customers", null, 401)["error"]!["code"]!.GetValue<string>().ShouldBe("unauthorized");
        Answer(vendor, "/v1/customers?limit=0", vendor.Authenticator.Sample, 400);
        Answer(vendor, "/v1/customers/cus_0", vendor.Authenticator.Sample, 404);
    }

    [Fact]
    public void It_shows_every_key()
    {
        var text = Repository.Text("specs", "_template", "vendor.yaml");
        var keys = ManifestSchema.Groups.Keys.Except(["tag"]).SelectMany(ManifestSchema.Keys).Distinct().ToList();
        keys.ShouldNotBeEmpty();
        keys.Where(key => !text.Contains(key + ":", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_in_its_comments_is_valid_too()
    {
        var lines = Repository.Text("specs", "_template", "vendor.yaml").Split('\n');
        var schema = await JsonSchema.FromJsonAsync(ManifestSchema.Json.ToJsonString());
        var optional = Enumerable.Range(0, lines.Length).Where(i => Key().IsMatch(lines[i])).ToList();
        optional.Count.ShouldBeGreaterThan(20);
        foreach (var first in optional)
        {
            var last = first;
            while (Continued().IsMatch(lines[last + 1])) last++;
            var uncommented = lines.Select((line, i) => i >= first && i <= last ? Mark().Replace(line, "$1") : line);
            var manifest = Manifests.Parse(string.Join('\n', uncommented));
            schema.Validate(manifest.ToJsonString()).Select(error => error.ToString()).ShouldBeEmpty(lines[first]);
        }
    }

    private static Vendor Template()
    {
        var diagnostics = new DiagnosticBag();
        var vendor = Manifests.Make(Manifests.Document("_template"), diagnostics);
        diagnostics.Found.ShouldBeEmpty();
        return vendor.ShouldNotBeNull();
    }

    private static JsonNode Answer(Vendor vendor, string target, string? credential, int status)
    {
        using var output = new JsonBuffer();
        var reply = Manifests.Answer(vendor, new Request("GET", target, new Credential(credential), default, output));
        var body = Encoding.UTF8.GetString(reply.Body.Span);
        reply.Status.ShouldBe(status, body);
        return JsonNode.Parse(body).ShouldNotBeNull();
    }

    /// <summary>A comment that is a key.</summary>
    [GeneratedRegex(@"^ *# [a-z]\w*:( |$)")]
    private static partial Regex Key();

    /// <summary>A comment that goes on with the one above.</summary>
    [GeneratedRegex("^ *#  ")]
    private static partial Regex Continued();

    [GeneratedRegex("^( *)# ")]
    private static partial Regex Mark();

    private sealed class Credential(string? value) : IRequestHeaders
    {
        public string? this[string name] => name == "Authorization" ? value : null;

        public IEnumerable<KeyValuePair<string, string>> All => value is null ? [] : [KeyValuePair.Create("Authorization", value)];

        public IReadOnlyList<KeyValuePair<string, string>> Without(string credential) => [];
    }
}
