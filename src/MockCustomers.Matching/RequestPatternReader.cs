using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MockCustomers.Contracts;
using MockCustomers.Diagnostics;
using MockCustomers.Exchange;

namespace MockCustomers.Matching;

/// <summary>Reads request patterns in WireMock's JSON, and reports all that is wrong with them: nothing is passed over.</summary>
internal sealed class RequestPatternReader(PatternVocabulary vocabulary)
{
    /// <summary>A pattern that would be right.</summary>
    public const string Example = """{"method": "POST", "urlPath": "/v1/customers", "bodyPatterns": [{"matchesJsonPath": "$.name"}]}""";

    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"];
    private static readonly string[] Urls = ["url", "urlPattern", "urlPath", "urlPathPattern", "urlPathTemplate"];
    private static readonly string[] Rest = ["method", "pathParameters", "queryParameters", "headers", "cookies", "bodyPatterns", "vendor", "operation", "session", "status", "customer", "fault"];

    /// <summary>Reads a pattern; whether it can be used is said by what was reported.</summary>
    public RequestPattern Read(JsonPlace pattern)
    {
        Unsupported.Report(pattern, Unsupported.Requests, [.. Rest.Take(1), .. Urls, .. Rest.Skip(1)]);
        var conditions = new List<Predicate<SeenRequest>>();
        ReadOurs(pattern, conditions);
        ReadMethod(pattern, conditions);
        ReadUrl(pattern, conditions);
        foreach (var (name, matcher) in ValuesReader.Named(pattern, "queryParameters")) conditions.Add(seen => matcher.IsMatch(seen.Query(name)));
        foreach (var (name, matcher) in ValuesReader.Named(pattern, "headers", vocabulary.IsSecret)) conditions.Add(seen => matcher.IsMatch(seen.Header(name)));
        foreach (var (name, matcher) in ValuesReader.Named(pattern, "cookies", _ => true)) conditions.Add(seen => matcher.IsMatch(seen.Cookie(name)));
        foreach (var item in pattern.Optional("bodyPatterns")?.Items() ?? [])
        {
            var matcher = new MatcherReader().Read(item);
            conditions.Add(seen => matcher.IsMatch(seen.Body));
        }

        return new RequestPattern(pattern.Text("session"), conditions);
    }

    private void ReadOurs(JsonPlace pattern, List<Predicate<SeenRequest>> conditions)
    {
        if (pattern.OneOf("vendor", vocabulary.Vendors) is { } vendor) conditions.Add(seen => seen.Entry.Vendor == vendor);
        if (pattern.OneOf("operation", vocabulary.OperationsOf(pattern.Optional("vendor")?.AsText)) is { } operation) conditions.Add(seen => seen.Entry.Operation == operation);
        if (pattern.Number("status", 100, 599) is { } status) conditions.Add(seen => seen.Entry.Status == status);
        if (pattern.Text("customer") is { } customer) conditions.Add(seen => seen.Entry.Customer == customer);
        if (pattern.OneOf("fault", Enum.GetNames<FaultKind>()) is { } name && Enum.Parse<FaultKind>(name) is var fault) conditions.Add(seen => seen.Entry.Fault?.Kind == fault);
    }

    private static void ReadMethod(JsonPlace pattern, List<Predicate<SeenRequest>> conditions)
    {
        if (pattern.Optional("method") is not { } place) return;
        if (place.IsObject)
        {
            place.Allow("oneOf", "noneOf");
            foreach (var key in new[] { "oneOf", "noneOf" })
            {
                if (place.Optional(key) is not { } list) continue;
                var methods = list.Items().Select(Method).ToList();
                conditions.Add(seen => methods.Contains(seen.Entry.Method) == (key == "oneOf"));
            }

            if (place.Json is JsonObject { Count: 0 }) place.Expected("oneOf or noneOf");
        }
        else if (place.AsText is "GET_OR_HEAD")
        {
            conditions.Add(seen => seen.Entry.Method is "GET" or "HEAD");
        }
        else if (place.AsText is not "ANY" && Method(place) is { } method)
        {
            conditions.Add(seen => seen.Entry.Method == method);
        }
    }

    private static string? Method(JsonPlace place)
    {
        if (place.AsText is { } text && Methods.Contains(text)) return text;
        place.Report($"unknown method '{place.AsText ?? place.Json?.ToJsonString()}'", Nearest.Remedy(place.AsText ?? "", [.. Methods, "ANY"]));
        return null;
    }

    private static void ReadUrl(JsonPlace pattern, List<Predicate<SeenRequest>> conditions)
    {
        var present = Urls.Where(key => pattern.Optional(key) is not null).ToList();
        if (present.Count > 1) pattern.Report($"{string.Join(" and ", present)} exclude each other", "one of them");
        var template = present is ["urlPathTemplate"] ? Template(pattern.Optional("urlPathTemplate")!) : null;
        ReadPathParameters(pattern, template, conditions);
        if (present is not [var key] || key == "urlPathTemplate") return;
        var place = pattern.Optional(key)!;
        if (place.AsText is not { } text) place.Expected("a text");
        else if (key == "url") conditions.Add(seen => seen.Entry.Target == text);
        else if (key == "urlPath") conditions.Add(seen => seen.Path == text);
        else if (BoundedRegex.Whole(text, RegexOptions.Singleline, out var problem) is not { } whole) place.Report($"the regular expression cannot be read ({problem})", "one that matches the whole, such as \"/v1/customers/.*\"");
        else if (key == "urlPattern") conditions.Add(seen => whole(seen.Entry.Target));
        else conditions.Add(seen => whole(seen.Path));
    }

    private static PathTemplate? Template(JsonPlace place)
    {
        var template = place.AsText is { } text ? PathTemplate.Parse(text) : null;
        if (template is null) place.Expected("a path with parameters, such as \"/v1/customers/{id}\"");
        return template;
    }

    private static void ReadPathParameters(JsonPlace pattern, PathTemplate? template, List<Predicate<SeenRequest>> conditions)
    {
        var parameters = ValuesReader.Named(pattern, "pathParameters");
        if (template is not null) conditions.Add(seen => template.Match(seen.Path) is not null);
        foreach (var (name, matcher) in parameters)
        {
            if (template is null && pattern.Optional("urlPathTemplate") is null) pattern.Optional("pathParameters")!.Report("there is no template that has parameters", "urlPathTemplate beside it");
            if (template is null) return;
            var at = Array.IndexOf(template.Parameters, name);
            if (at < 0) pattern.Optional("pathParameters")!.Optional(name)!.Report($"the template has no parameter '{name}'", Nearest.Remedy(name, template.Parameters));
            else conditions.Add(seen => template.Match(seen.Path) is { } values && matcher.IsMatch([values[at]]));
        }
    }
}
