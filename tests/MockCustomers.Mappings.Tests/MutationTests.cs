using System.Text;
using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using MockCustomers.Mappings.Tests.Judge;

namespace MockCustomers.Mappings.Tests;

/// <summary>Nothing that a file can hold throws, and nothing in it is passed over.</summary>
public sealed class MutationTests
{
    private static readonly string[] Values = ["null", "5", "-1.5", "\"\"", "\"((\"", "\"{{{{\"", "\"/a?b%zz\"", "[]", "{}", "true", "[[{}]]", """{"a": {"b": [null]}}""", "1e400"];

    public static TheoryData<string> Cases => MappingCase.All;

    [Theory, MemberData(nameof(Cases))]
    public void A_wrong_value_at_any_place_is_told_and_throws_nothing(string name)
    {
        var one = MappingCase.Of(name);
        var net = Converter.ToWireMockNet(new JsonPlace(one.Mappings, "", "", new DiagnosticBag()), Target.Sandbox, 0);
        var tried = 0;
        foreach (var value in Values)
        {
            foreach (var mutant in Mutants(one.Mappings, value))
            {
                foreach (var target in Enum.GetValues<Target>()) Converter.ToWireMockNet(new JsonPlace(mutant, "", "", new DiagnosticBag()), target, 0).ToJsonString();
                tried++;
            }

            foreach (var mutant in Mutants(net, value))
            {
                Converter.ToWireMock(new JsonPlace(mutant, "", "", new DiagnosticBag())).ToJsonString();
                tried++;
            }
        }

        tried.ShouldBeGreaterThan(Values.Length * 4);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("""{"request": {}, "request": {}}""")]
    [InlineData("""{"request": {"urlPath": "\ud800"}}""")]
    [InlineData("""{"request": {"\ud800": 1}}""")]
    public void A_text_that_holds_no_mappings_is_told(string text)
    {
        var mistakes = new DiagnosticBag();
        MappingText.Read(Encoding.UTF8.GetBytes(text), "a.json", mistakes).ShouldBeNull();
        mistakes.Found.ShouldHaveSingleItem().File.ShouldBe("a.json");
    }

    [Theory]
    [InlineData("""{"request": {"urlPath": "/a"} /* a comment */}""")]
    [InlineData("""
        // a comment
        {"request": {"urlPath": "/a",},}
        """)]
    [InlineData("\uFEFF{\"request\": {\"urlPath\": \"/a\"}}")]
    public void A_text_as_people_write_it_is_read(string text)
    {
        var mistakes = new DiagnosticBag();
        var place = MappingText.Read(Encoding.UTF8.GetBytes(text), "a.json", mistakes).ShouldNotBeNull(string.Join("; ", mistakes.Found));
        ((string?)place.Json!["request"]!["urlPath"]).ShouldBe("/a");
        mistakes.IsEmpty.ShouldBeTrue();
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("5")]
    [InlineData("""{"body": {"contians": "a"}}""")]
    [InlineData("""{"query": []}""")]
    [InlineData("""{"value": {"equalTo": "\ud800"}}""")]
    public void A_carried_pattern_that_means_nothing_is_told(string text)
    {
        var mistakes = new DiagnosticBag();
        CarriedPattern.Read(text, mistakes).ShouldBeNull();
        mistakes.IsEmpty.ShouldBeFalse();
    }

    [Theory, MemberData(nameof(Cases))]
    public void A_key_that_is_misspelt_is_refused(string name)
    {
        var mappings = MappingCase.Of(name).Mappings;
        foreach (var part in new[] { "", "request", "response" })
        {
            for (var index = 0; index < mappings.Count; index++)
            {
                var keys = (part.Length == 0 ? mappings[index] : mappings[index]![part]) is JsonObject map ? map.Select(property => property.Key).ToList() : [];
                foreach (var key in keys)
                {
                    var (copy, mistakes) = (mappings.DeepClone().AsArray(), new DiagnosticBag());
                    var parent = (part.Length == 0 ? copy[index] : copy[index]![part])!.AsObject();
                    var value = parent[key];
                    parent.Remove(key);
                    parent[key + "x"] = value;
                    Converter.ToWireMockNet(new JsonPlace(copy, "", "", mistakes), Target.Sandbox, 0);
                    mistakes.Found.ShouldContain(mistake => mistake.Pointer.EndsWith($"/{key}x", StringComparison.Ordinal), $"{index} {part} {key}");
                }
            }
        }
    }

    /// <summary>Copies, each with another value in one of its places.</summary>
    private static IEnumerable<JsonNode> Mutants(JsonNode json, string value)
    {
        var places = Places(json).Count();
        for (var place = 0; place < places; place++)
        {
            var copy = json.DeepClone();
            var (parent, key) = Places(copy).ElementAt(place);
            var other = JsonNode.Parse(value);
            if (parent is JsonObject map) map[key.ToString()!] = other;
            else parent.AsArray()[(int)key] = other;
            yield return copy;
        }
    }

    private static IEnumerable<(JsonNode Parent, object Key)> Places(JsonNode? json) => json switch
    {
        JsonObject map => map.ToList().SelectMany(property => Places(property.Value).Prepend((map, property.Key))),
        JsonArray list => Enumerable.Range(0, list.Count).SelectMany(at => Places(list[at]).Prepend((list, (object)at))),
        _ => [],
    };
}
