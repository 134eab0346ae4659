using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MockCustomers.Diagnostics;
using MockCustomers.Matching;

namespace MockCustomers.Mappings.ToWireMockNet;

/// <summary>A path with parameters, /v1/customers/{id}, as regular expressions: one for the path, and one for each parameter of which something is asked.</summary>
internal static partial class NetPathTemplate
{
    public static IEnumerable<JsonObject> Of(JsonPlace request, JsonPlace place, bool inUrl, Target target)
    {
        var template = place.AsText ?? "";
        var names = Names(template);
        if (template is not ['/', ..] || Parameter().Replace(template, "").AsSpan().ContainsAny("{}?*") || names.Distinct().Count() < names.Count)
        {
            place.Expected("a path with parameters, such as \"/v1/customers/{id}\"");
            return [];
        }

        if (inUrl && target == Target.Sandbox) return Carry(request, template, names);
        var asked = Asked(request, names);
        if (inUrl && asked.Count > 0)
        {
            request.Optional("pathParameters")!.Report("WireMock.Net cannot be asked for path parameters beside what is asked of the query here", "urlPathPattern");
            return [];
        }

        if (inUrl) return [NetText.Regex(InUrl(template))];
        string Whole(string? name, string expression) => $@"\A{Expression(template, "[^/]+", text => Regex.Escape(WebUtility.UrlDecode(text)), name, expression)}\z";
        return [NetText.Regex(Whole(null, "")), .. asked.Select(one => NetText.Regex(Whole(one.Name, one.Expression)))];
    }

    /// <summary>An expression of the URLs that a template takes, with a group for each parameter.</summary>
    public static string InUrl(string template) => UrlRegex.Origin + Expression(template, "([^/?]+)", text => UrlRegex.Raw(text, "/?#%")) + UrlRegex.AnyQuery;

    /// <summary>The names of a template's parameters.</summary>
    public static IReadOnlyList<string> Names(string template) => [.. Parameter().Matches(template).Select(match => match.Groups[1].Value)];

    private static IEnumerable<JsonObject> Carry(JsonPlace request, string template, IReadOnlyList<string> names)
    {
        ValuesReader.Named(request, "pathParameters");
        var carried = new JsonObject { ["template"] = template };
        if (request.Optional("pathParameters") is { Json: JsonObject map } parameters)
        {
            parameters.Allow([.. names]);
            carried["parameters"] = map.DeepClone();
        }

        return [NetText.Regex(InUrl(template)), CarriedPattern.Of("path", carried)];
    }

    /// <summary>The template with something for its parameters.</summary>
    private static string Expression(string template, string any, Func<string, string> literal, string? name = null, string expression = "") =>
        string.Concat(Parts().Matches(template).Select(part => part.Groups[1] is { Success: true } parameter ? parameter.Value == name ? expression : any : literal(part.Value)));

    private static List<(string Name, string Expression)> Asked(JsonPlace request, IReadOnlyList<string> names)
    {
        var asked = new List<(string, string)>();
        ValuesReader.Named(request, "pathParameters");
        if (request.Optional("pathParameters") is not { Json: JsonObject map } parameters) return asked;
        foreach (var (name, _) in map)
        {
            if (parameters.Optional(name) is not { } pattern) continue;
            if (!names.Contains(name)) pattern.Report($"the template has no parameter '{name}'", Nearest.Remedy(name, names));
            else if (Expression(pattern) is { } expression) asked.Add((name, expression));
            else NetValue.Refuse(pattern, " for a path parameter", "equalTo, contains or matches");
        }

        return asked;
    }

    private static string? Expression(JsonPlace pattern)
    {
        if (pattern.Optional("equalTo")?.AsText is { } text) return pattern.Flag("caseInsensitive") ? $"(?i:{Regex.Escape(text)})" : Regex.Escape(text);
        if (pattern.Optional("contains")?.AsText is { } part) return $"[^/]*{Regex.Escape(part)}[^/]*";
        return pattern.Optional("matches")?.AsText is { } expression && JavaRegex.Translate(expression, out _) is { } net ? $"(?s-m:{net})" : null;
    }

    [GeneratedRegex(@"\{([A-Za-z0-9_.~-]+)\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\{([A-Za-z0-9_.~-]+)\}|[^{]+")]
    private static partial Regex Parts();
}
