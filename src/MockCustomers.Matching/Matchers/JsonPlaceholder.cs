using System.Text.Json;
using System.Text.RegularExpressions;

namespace MockCustomers.Matching.Matchers;

/// <summary>A text in expected JSON that stands for several values, as JsonUnit writes them: ${json-unit.any-string}.</summary>
internal sealed class JsonPlaceholder
{
    private const string Regex = "regex";
    private static readonly string[] Begins = ["${json-unit.", "#{json-unit."];
    private readonly Predicate<JsonElement> test;

    private JsonPlaceholder(Predicate<JsonElement> test, bool mayBeMissing = false)
    {
        this.test = test;
        MayBeMissing = mayBeMissing;
    }

    /// <summary>What may stand between the braces after "json-unit.".</summary>
    public static IReadOnlyList<string> Known { get; } = ["ignore", "ignore-element", "any-string", "any-number", "any-boolean", Regex];

    public bool MayBeMissing { get; }

    /// <returns>null for any other value.</returns>
    public static JsonPlaceholder? Of(JsonElement expected) => Read(expected, out _);

    /// <returns>What is wrong with it; null for nothing.</returns>
    public static string? ProblemOf(JsonElement expected)
    {
        Read(expected, out var problem);
        return problem;
    }

    public bool IsMatch(JsonElement actual) => test(actual);

    private static JsonPlaceholder? Read(JsonElement expected, out string? problem)
    {
        problem = null;
        if (expected.ValueKind != JsonValueKind.String) return null;
        var text = expected.GetString()!;
        if (Array.Find(Begins, begin => text.StartsWith(begin, StringComparison.Ordinal)) is not { } begin || text.IndexOf('}', begin.Length) is not (> 0 and var end)) return null;
        var (name, rest) = (text[begin.Length..end], text[(end + 1)..]);
        if (name == Regex) return OfRegex(rest, out problem);
        var made = rest.Length > 0 ? null : name switch
        {
            "ignore" => new JsonPlaceholder(_ => true),
            "ignore-element" => new JsonPlaceholder(_ => true, mayBeMissing: true),
            "any-string" => new JsonPlaceholder(value => value.ValueKind == JsonValueKind.String),
            "any-number" => new JsonPlaceholder(value => value.ValueKind == JsonValueKind.Number),
            "any-boolean" => new JsonPlaceholder(value => value.ValueKind is JsonValueKind.True or JsonValueKind.False),
            _ => null,
        };
        if (made is null) problem = $"unknown placeholder '{text}'";
        return made;
    }

    private static JsonPlaceholder? OfRegex(string expression, out string? problem)
    {
        var whole = BoundedRegex.Whole(expression, RegexOptions.None, out var broken);
        problem = whole is null ? broken : null;
        return whole is null ? null : new JsonPlaceholder(value => value.ValueKind == JsonValueKind.String && whole(value.GetString()!));
    }
}
