using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MockCustomers.Diagnostics;
using MockCustomers.Mappings.ToWireMockNet;
using MockCustomers.Matching;
using MockCustomers.Validation;

namespace MockCustomers.Mappings;

/// <summary>What WireMock asks of a request and WireMock.Net cannot: a matcher of ours, whose pattern is a text in WireMock's words.</summary>
/// <remarks>
/// The text is {"body": matcher}, {"value": matcher}, {"query": {"name": matcher}} or {"path": {"template": text, "parameters": {"name": matcher}}}. Who serves it has it in WireMockServerSettings.CustomMatcherMappings, under <see cref="Name"/>, as a string matcher:
/// it is asked with the body, the value of a header, or the URL. A WireMock.Net that does not know it refuses the mapping.
/// </remarks>
internal sealed class CarriedPattern
{
    public const string Name = "WireMockPattern";

    private readonly Predicate<string> test;

    private CarriedPattern(Predicate<string> test) => this.test = test;

    /// <summary>The matcher as WireMock.Net's JSON has it.</summary>
    /// <param name="kind">body, value, query or path.</param>
    public static JsonObject Of(string kind, JsonNode pattern) => new() { ["Name"] = Name, ["Pattern"] = new JsonObject { [kind] = pattern.DeepClone() }.ToJsonString() };

    /// <summary>Reads the text of a pattern.</summary>
    /// <returns>null when something was reported.</returns>
    public static CarriedPattern? Read(string text, DiagnosticBag mistakes)
    {
        var place = new JsonPlace(Parse(text), "", "", mistakes);
        place.Allow("body", "value", "query", "path");
        var pattern = Read(place);
        if (pattern is null && mistakes.IsEmpty) place.Expected("body, value, query or path");
        return mistakes.IsEmpty ? pattern : null;
    }

    /// <summary>Whether a body, a value or a URL matches.</summary>
    /// <exception cref="PatternException">That cannot be found out.</exception>
    public bool IsMatch(string? input) => test(input ?? "");

    private static CarriedPattern? Read(JsonPlace place)
    {
        if (place.Optional("body") is { } body && new MatcherReader().Read(body) is var whole) return new CarriedPattern(text => whole.IsMatch(text.Length == 0 ? null : Content.Of(text)));
        if (place.Optional("value") is { } value && new MatcherReader().Read(value) is var one) return new CarriedPattern(text => one.IsMatch(Content.Of(text)));
        if (place.Optional("path") is { } path) return OfPath(path);
        if (place.Optional("query") is null) return null;
        var named = ValuesReader.Named(place, "query");
        return new CarriedPattern(url => Query(url) is var pairs && named.TrueForAll(parameter => parameter.Matcher.IsMatch([.. pairs[parameter.Name]])));
    }

    private static CarriedPattern OfPath(JsonPlace path)
    {
        path.Allow("template", "parameters");
        var template = path.Text("template") ?? path.Missing("template", "such as \"/v1/customers/{id}\"", "");
        var whole = new Regex(NetPathTemplate.InUrl(template), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        var names = NetPathTemplate.Names(template).ToList();
        var asked = ValuesReader.Named(path, "parameters").ConvertAll(parameter => (Group: names.IndexOf(parameter.Name) + 1, parameter.Matcher));
        return new CarriedPattern(url => whole.Match(url) is { Success: true } found && asked.TrueForAll(one => one.Matcher.IsMatch(one.Group == 0 ? [] : [Uri.UnescapeDataString(found.Groups[one.Group].Value)])));
    }

    private static ILookup<string, string> Query(string url)
    {
        var at = url.IndexOf('?', StringComparison.Ordinal);
        return (at < 0 ? [] : QueryString.Parse(url.AsSpan(at + 1))).ToLookup(pair => pair.Name, pair => pair.Value);
    }

    private static JsonNode? Parse(string text)
    {
        try
        {
            return StrictJson.Parse(Encoding.UTF8.GetBytes(text));
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }
}
