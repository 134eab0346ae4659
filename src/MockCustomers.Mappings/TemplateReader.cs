using System.Text.RegularExpressions;
using MockCustomers.Diagnostics;

namespace MockCustomers.Mappings;

/// <summary>Looks through a Handlebars template for what one of the two would fill in otherwise than the other, or not at all.</summary>
/// <remarks>Templates are kept as they are. WireMock's helpers (jsonPath, randomValue, now…) are its own, and so are most of WireMock.Net's.</remarks>
internal static partial class TemplateReader
{
    /// <summary>Handlebars' own, in both.</summary>
    private static readonly HashSet<string> Helpers = ["if", "unless", "each", "with", "lookup", "else"];

    /// <summary>What is there of a request, under the same name and of the same meaning.</summary>
    private static readonly HashSet<string> OfRequest = ["path", "pathSegments", "query", "headers", "cookies", "method", "body", "host", "port"];

    /// <summary>A template with three braces wherever two of them hold a value.</summary>
    public static string Unescaped(string template) => TemplateExpressions.Replace(template, expression =>
    {
        var (inner, before, after) = (expression.Trim('~'), expression.StartsWith('~') ? "~" : "", expression.EndsWith('~') ? "~" : "");
        var word = inner.Trim();
        return word.Length == 0 || "{#/^!>&".Contains(word[0], StringComparison.Ordinal) || word == "else" || word.StartsWith("else ", StringComparison.Ordinal) ? null : $"{{{{{before}{{{inner}}}{after}}}}}";
    });

    /// <param name="response">Where the template stands.</param>
    public static void Check(string template, JsonPlace response)
    {
        var blocks = 0;
        foreach (var expression in TemplateExpressions.Of(template).Select(inner => inner.Trim('~', '{', '}', ' ')))
        {
            if (expression.StartsWith('!')) continue;
            if (expression.StartsWith('/')) blocks--;
            else if (Problem(expression, blocks) is { } problem) response.Report($"{problem} in '{{{{{expression}}}}}'", "what both know: request.path, .pathSegments, .query, .headers, .cookies, .method, .body; if, unless, each, with, lookup");
            if (expression.StartsWith('#')) blocks++;
        }
    }

    private static string? Problem(string expression, int blocks)
    {
        var words = Word().Matches(expression.TrimStart('#', '^', '&', ' ')).Select(match => match.Value).ToList();
        if (words.Count == 0) return null;
        if (expression.StartsWith('>')) return "a partial";
        var isHelper = words.Count > 1 || expression.StartsWith('#');
        if (isHelper && !Helpers.Contains(words[0])) return $"the helper '{words[0]}' is not in both";
        if (words.Find(word => word.StartsWith('(')) is { } inner && !Helpers.Contains(inner[1..])) return $"the helper '{inner[1..]}' is not in both";
        return words.Skip(isHelper ? 1 : 0).Select(word => Value(word, blocks)).FirstOrDefault(problem => problem is not null);
    }

    /// <summary>What is wrong with a value; null for nothing. Within a block names are those of what the block is about.</summary>
    private static string? Value(string word, int blocks)
    {
        var value = word.Trim('(', ')', '|');
        if (value.Length == 0 || "'\"@0123456789-".Contains(value[0], StringComparison.Ordinal) || value is "true" or "false" or "null" or "this" or "as" or "else" or "if" or "lookup") return null;
        if (!value.StartsWith("request.", StringComparison.Ordinal)) return blocks > 0 && value != "now" && !value.Contains('=', StringComparison.Ordinal) ? null : $"'{value}' is not in both";
        var parts = value.Split('.');
        if (!OfRequest.Contains(parts[1])) return $"'request.{parts[1]}' is not in both";
        return parts[1] == "path" && parts.Length > 2 ? "'request.path' has no parts" : null;
    }

    [GeneratedRegex("""\(?(?:'[^']*'|"[^"]*"|[^\s'"])+""")]
    private static partial Regex Word();
}
