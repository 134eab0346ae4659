using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;

namespace MockCustomers.OpenApi.Specs;

/// <summary>The JSON of one spec, read with types: what has the wrong one is a finding, and reads as missing.</summary>
/// <param name="isSwagger">Whether it is OpenAPI 2.0, which puts some things elsewhere.</param>
internal sealed class Spec(string file, JsonObject root, bool isSwagger)
{
    private readonly List<Diagnostic> findings = [];
    private readonly HashSet<Diagnostic> known = [];

    public SpecNode Root => new("", root);

    public bool IsSwagger => isSwagger;

    /// <summary>The named schemas.</summary>
    public SpecNode Schemas => isSwagger ? Root["definitions"] : Root["components"]["schemas"];

    /// <summary>Everything that is wrong, each once, in the order of finding.</summary>
    public IReadOnlyList<Diagnostic> Findings => findings;

    public void Report(SpecNode at, string problem, string remedy)
    {
        var finding = new Diagnostic(file, at.Pointer, problem, remedy);
        if (known.Add(finding)) findings.Add(finding);
    }

    /// <summary>Where its $ref leads in the end, itself when it has none; missing when the $ref is broken (References says so).</summary>
    public SpecNode Follow(SpecNode at)
    {
        for (var hops = 0; at.Ref is { } reference; hops++)
            at = hops < DocumentReader.MaxDepth && Find(reference) is { } target ? target : at.Emptied();
        return at;
    }

    /// <summary>What a $ref names; null when it is not in this document.</summary>
    public SpecNode? Find(string reference) =>
        reference is "#" or ['#', '/', ..] && At(Uri.UnescapeDataString(reference[1..])) is { IsMissing: false } place ? place : null;

    /// <summary>Where a JSON Pointer leads; missing when there is nothing.</summary>
    public SpecNode At(string pointer)
    {
        var place = Root;
        foreach (var key in JsonPointer.Keys(pointer))
            place = place.Node is JsonArray && int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? place[index] : place[key];
        return place;
    }

    public string? Text(SpecNode at)
    {
        if (at.IsMissing) return null;
        if (at.Node is JsonValue value && value.TryGetValue<string>(out var text)) return text;
        Report(at, $"{Shown(at.Node)} is not a text", "put it in quotes");
        return null;
    }

    public bool Flag(SpecNode at)
    {
        if (at.IsMissing) return false;
        if (at.Node is JsonValue value && value.TryGetValue<bool>(out var flag)) return flag;
        Report(at, $"{Shown(at.Node)} is neither true nor false", "write true or false");
        return false;
    }

    /// <summary>A number; null also for one beyond decimal, which as a bound holds nothing back.</summary>
    public decimal? Number(SpecNode at)
    {
        if (at.IsMissing) return null;
        if (at.Node!.GetValueKind() == JsonValueKind.Number) return at.Node.AsValue().TryGetValue<decimal>(out var number) ? number : null;
        Report(at, $"{Shown(at.Node)} is not a number", "write a number without quotes");
        return null;
    }

    /// <summary>A whole number of 0 or more; one beyond int reads as int.MaxValue.</summary>
    public int? Count(SpecNode at)
    {
        var number = Number(at);
        if (number is null) return null;
        if (number >= 0 && decimal.IsInteger(number.Value)) return (int)Math.Min(number.Value, int.MaxValue);
        Report(at, $"{Shown(at.Node)} is not a count", "write a whole number of 0 or more");
        return null;
    }

    /// <summary>The items of a list.</summary>
    public IEnumerable<SpecNode> Items(SpecNode at)
    {
        if (at.Node is JsonArray) return at.Children();
        if (!at.IsMissing) Report(at, $"{Shown(at.Node)} is not a list", "write a list: [ ]");
        return [];
    }

    /// <summary>The members of a map whose keys are names.</summary>
    public IEnumerable<SpecNode> Members(SpecNode at) => Map(at) is null ? [] : at.Children();

    /// <summary>The members of a map whose keys are words of OpenAPI; its x- extensions are left out.</summary>
    public IEnumerable<SpecNode> MembersWithoutExtensions(SpecNode at) =>
        Members(at).Where(member => !member.Key.StartsWith("x-", StringComparison.Ordinal));

    /// <summary>The map there; null when there is none.</summary>
    public JsonObject? Map(SpecNode at)
    {
        if (at.Node is JsonObject map) return map;
        if (!at.IsMissing) Report(at, $"{Shown(at.Node)} is not a map", "write a map: { }");
        return null;
    }

    public static string Shown(JsonNode? node)
    {
        var text = node is JsonValue value && value.TryGetValue<string>(out var plain) ? $"'{plain}'" : node?.ToJsonString() ?? "null";
        return text.Length <= 60 ? text : $"{text[..60]}…";
    }
}
