using System.Text.Json;
using System.Text.RegularExpressions;
using Json.Schema;
using Json.Schema.Keywords;

namespace MockCustomers.Matching.Matchers;

/// <summary>A body is valid by a JSON Schema.</summary>
internal sealed class SchemaMatcher : IMatcher
{
    /// <summary>WireMock's names of the versions of JSON Schema.</summary>
    private static readonly Dictionary<string, Dialect> Dialects = new()
    {
        ["V202012"] = Bounded(Dialect.Draft202012),
        ["V201909"] = Bounded(Dialect.Draft201909),
        ["V7"] = Bounded(Dialect.Draft07),
        ["V6"] = Bounded(Dialect.Draft06),
    };

    private readonly JsonSchema schema;

    private SchemaMatcher(JsonSchema schema) => this.schema = schema;

    public static IReadOnlyList<string> Versions => [.. Dialects.Keys];

    /// <returns>null when it cannot be used as a schema.</returns>
    public static SchemaMatcher? Of(JsonElement schema, string version, out string problem)
    {
        problem = SchemaBounds.ProblemOf(schema) ?? "";
        if (problem.Length > 0) return null;
        try
        {
            var dialects = new DialectRegistry();
            foreach (var dialect in Dialects.Values) dialects.Register(dialect);
            return new SchemaMatcher(JsonSchema.Build(schema, new BuildOptions { Dialect = Dialects[version], DialectRegistry = dialects, SchemaRegistry = new SchemaRegistry() }, null));
        }
        catch (Exception broken) when (broken is JsonSchemaException or RefResolutionException or ArgumentException or InvalidOperationException or FormatException)
        {
            problem = broken.Message;
            return null;
        }
    }

    public bool IsMatch(Content? content)
    {
        if (content?.Json is not { } json) return false;
        try
        {
            return schema.Evaluate(json).IsValid;
        }
        catch (RegexMatchTimeoutException slow)
        {
            throw new PatternException($"the schema's pattern '{slow.Pattern}' takes too long; one that can match a text in one way only");
        }
        catch (RefResolutionException missing)
        {
            throw new PatternException($"the schema refers to what is not in it: {missing.Message}");
        }
    }

    /// <summary>The dialect with regular expressions that take a bounded time.</summary>
    private static Dialect Bounded(Dialect dialect) =>
        dialect.With([new BoundedPattern(PatternKeyword.Instance), new BoundedPatternProperties(PatternPropertiesKeyword.Instance)], dialect.Id, null, null);

    private static Regex Bounded(Regex made) => new(made.ToString(), made.Options & ~RegexOptions.Compiled, BoundedRegex.Patience);

    /// <summary>Another keyword's handler, but for the value that it makes out of a schema's.</summary>
    private abstract class Wrapper(IKeywordHandler inner) : IKeywordHandler
    {
        public string Name => inner.Name;

        public object? ValidateKeywordValue(JsonElement value) => Bound(inner.ValidateKeywordValue(value));

        public void BuildSubschemas(KeywordData keyword, BuildContext context) => inner.BuildSubschemas(keyword, context);

        public KeywordEvaluation Evaluate(KeywordData keyword, EvaluationContext context) => inner.Evaluate(keyword, context);

        protected abstract object? Bound(object? made);
    }

    private sealed class BoundedPattern(IKeywordHandler inner) : Wrapper(inner)
    {
        protected override object Bound(object? made) => Bounded((Regex)made!);
    }

    private sealed class BoundedPatternProperties(IKeywordHandler inner) : Wrapper(inner)
    {
        protected override object Bound(object? made) => ((Dictionary<string, Regex>)made!).ToDictionary(pair => pair.Key, pair => Bounded(pair.Value));
    }
}
