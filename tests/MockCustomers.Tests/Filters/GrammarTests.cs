using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using MockCustomers.Contracts;
using MockCustomers.Exchange;
using MockCustomers.Filters;
using MockCustomers.Queries;

namespace MockCustomers.Tests.Filters;

/// <summary>What each grammar takes, what it refuses, and whom it finds.</summary>
public sealed class GrammarTests
{
    private static readonly JsonObject Ada = JsonNode.Parse("""
        {"name": "Ada Obi", "status": "active", "age": 36, "tags": ["vip", "eu"], "address": {"city": "Lagos, NG"}, "note": null, "created_at": "2025-03-01T10:00:00.000Z", "quote": "a\"b)c"}
        """)!.AsObject();

    private static readonly FilterScope Scope = new(new Schema
    {
        Pointer = "",
        Properties =
        [
            .. new[] { "name", "status", "age", "tags", "note", "created_at", "quote" }.Select(name => new SchemaProperty(name, new Schema { Pointer = "" })),
            new SchemaProperty("address", new Schema { Pointer = "", Properties = [new SchemaProperty("city", new Schema { Pointer = "" })] }),
        ],
    });

    [Theory]
    [InlineData("name||EQ||Ada Obi", true)]
    [InlineData("name||eq||Ada", false)]
    [InlineData(" name || NEQ ||Ada", true)]
    [InlineData("name||LIKE||ada", true)]
    [InlineData("name||LIKE||", true)]
    [InlineData("status||IN||closed, active", true)]
    [InlineData("status||NIN||closed,active", false)]
    [InlineData("address.city||LIKE||lagos", true)]
    [InlineData("age||EQ||36.0", true)]
    [InlineData("tags||EQ||vip", true)]
    [InlineData("note||EQ||", false)]
    [InlineData("note||NEQ||x", true)]
    [InlineData("name||EQ||a||b", false)]
    public void Pipes_are_read(string expression, bool finds) => Finds(new PipesGrammar(), expression, finds);

    [Theory]
    [InlineData("")]
    [InlineData("name")]
    [InlineData("name||EQ")]
    [InlineData("name|EQ|Ada")]
    [InlineData("name||IS||Ada")]
    [InlineData("nobody||EQ||Ada")]
    [InlineData("address.||EQ||x")]
    [InlineData(".||EQ||x")]
    [InlineData("||||")]
    public void Other_pipes_are_refused(string expression) => Refuses(new PipesGrammar(), expression);

    [Theory]
    [InlineData("status:active", true)]
    [InlineData("status=active age>35", true)]
    [InlineData("status=active,age>36", false)]
    [InlineData("age>=36 age<=36 age<37", true)]
    [InlineData("status!=active", false)]
    [InlineData("-status:active", false)]
    [InlineData("name~OBI", true)]
    [InlineData("status|in|closed,active", true)]
    [InlineData("status|nin|closed,active", false)]
    [InlineData("tags|all|vip,eu", true)]
    [InlineData("tags|all|vip,us", false)]
    [InlineData("tags|size|2", true)]
    [InlineData("tags|nsize|2", false)]
    [InlineData("note|exists|false", false)]
    [InlineData("note|exists|true", true)]
    [InlineData("age|exists|true", true)]
    [InlineData("created_at|gtd|2025-03-01", true)]
    [InlineData("created_at|lted|2025-03-01", false)]
    [InlineData("created_at|eq|2025-03-01T11:00:00+01:00", true)]
    [InlineData("or(status:closed name~ada)", true)]
    [InlineData("nor(status:closed name~eve)", true)]
    [InlineData("and(status:active or(age:1 age:36))", true)]
    [InlineData("or()", false)]
    [InlineData("name:\"Ada Obi\"", true)]
    [InlineData("name:<Ada Obi>", true)]
    [InlineData("address.city:\"Lagos, NG\" status:active", true)]
    [InlineData("quote:\"a\\\"b)c\"", true)]
    [InlineData("", true)]
    [InlineData("  ,, ", true)]
    [InlineData("name:", false)]
    public void Terms_are_read(string expression, bool finds) => Finds(new TermsGrammar(), expression, finds);

    [Theory]
    [InlineData("status")]
    [InlineData("-")]
    [InlineData("nobody:1")]
    [InlineData("status|is|active")]
    [InlineData("status|eq")]
    [InlineData("status^active")]
    [InlineData(")")]
    [InlineData("or(")]
    [InlineData("or(status:active")]
    [InlineData("or(status:active))")]
    [InlineData("name:\"Ada")]
    [InlineData("name:<Ada\"")]
    [InlineData("name:\"Ada\\")]
    [InlineData("name:\"Ada\"x")]
    public void Other_terms_are_refused(string expression) => Refuses(new TermsGrammar(), expression);

    [Fact]
    public void Terms_may_be_nested_twenty_deep_and_no_deeper()
    {
        static string Nested(int deep) => string.Concat(Enumerable.Repeat("and(", deep)) + "age:36" + new string(')', deep);
        Finds(new TermsGrammar(), Nested(20), true);
        Refuses(new TermsGrammar(), Nested(21));
        Refuses(new TermsGrammar(), string.Concat(Enumerable.Repeat("or(", 100_000)));
    }

    [Theory]
    [InlineData("""[]""", true)]
    [InlineData("""[{"field":"status","operator":"eq","data_type":"string","value":{"string":"active"}}]""", true)]
    [InlineData("""[{"field":"status","operator":"eq","value":{"string":"closed"}}]""", false)]
    [InlineData("""[{"field":"age","operator":"gt","data_type":"number","value":{"number":35}},{"field":"age","operator":"lt","data_type":"number","value":{"number":36.5}}]""", true)]
    [InlineData("""[{"field":"name","operator":"contains","data_type":"string","value":{"string":"OBI"}}]""", true)]
    [InlineData("""[{"field":"name","operator":"not_contains","data_type":"string","value":{"string":"OBI"}}]""", false)]
    [InlineData("""[{"field":"status","operator":"in","data_type":"array","value":{"array":["closed","active"]}}]""", true)]
    [InlineData("""[{"field":"status","operator":"not_in","data_type":"array","value":{"array":["active"]}}]""", false)]
    [InlineData("""[{"field":"created_at","operator":"before","data_type":"date","value":{"date":"2025-03-02T00:00:00Z"}}]""", true)]
    [InlineData("""[{"field":"created_at","operator":"after","data_type":"date","value":{"date":"2025-03-02T00:00:00Z"}}]""", false)]
    public void Objects_are_read(string expression, bool finds) => Finds(new ObjectsGrammar(), expression, finds);

    [Theory]
    [InlineData("""[null]""")]
    [InlineData("""[1]""")]
    [InlineData("""[[]]""")]
    [InlineData("""[{}]""")]
    [InlineData("""[{"field":1,"operator":"eq","value":{"string":"x"}}]""")]
    [InlineData("""[{"field":"nobody","operator":"eq","value":{"string":"x"}}]""")]
    [InlineData("""[{"field":"status","operator":"is","value":{"string":"x"}}]""")]
    [InlineData("""[{"field":"status","operator":"eq"}]""")]
    [InlineData("""[{"field":"status","operator":"eq","value":"active"}]""")]
    [InlineData("""[{"field":"status","operator":"eq","value":{}}]""")]
    [InlineData("""[{"field":"status","operator":"in","data_type":"array","value":{"array":[]}}]""")]
    [InlineData("""[{"field":"status","operator":"eq","data_type":"number","value":{"string":"x","array":["y"]}}]""")]
    public void Other_objects_are_refused(string expression) => Refuses(new ObjectsGrammar(), expression);

    [Fact]
    public void No_text_is_too_odd_for_a_grammar()
    {
        string[] pieces =
        [
            "name", "age", "tags", "address.city", "note", "created_at", ":", "=", "!=", ">", "<=", "~", "|", "||", "|eq|", "|in|", "|size|", "|exists|", "||EQ||", "||IN||", "-", " ", ",",
            "and(", "or(", "nor(", ")", "\"", "<", "\\", "Ada", "36", "1e400", "-0", "2025-03-01", "2025-13-99T", "0001-01-01T00:00:00+14:00", "\0", "\ud800", "😀", "%", "{", "[", "null", "",
        ];
        string[] values = ["[", "]", "{", "}", ":", ",", "\"field\"", "\"operator\"", "\"value\"", "\"data_type\"", "\"name\"", "\"age\"", "\"eq\"", "\"in\"", "\"array\"", "\"string\"", "1", "null", "true", "[]", "{}"];
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(20_000), Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => pieces[random.Next(pieces.Length)]));
            foreach (var grammar in Grammars.All.Values) Read(grammar, JsonValue.Create(text)).Where.Holds(Ada);
            var value = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => values[random.Next(values.Length)]));
            var whole = "[{\"field\":\"age\",\"operator\":\"eq\",\"value\":{\"number\":" + value + "}}," + value + "]";
            JsonNode? node;
            try
            {
                node = JsonNode.Parse(random.Next(2) == 0 ? value : whole);
            }
            catch (System.Text.Json.JsonException)
            {
                return;
            }

            if (node is null) return;
            try
            {
                _ = node.ToJsonString();
                foreach (var (_, _) in node as JsonObject ?? []) { }
            }
            catch (ArgumentException)
            {
                // A name twice: refused before it comes to filters.
                return;
            }

            foreach (var grammar in Grammars.All.Values) Read(grammar, node).Where.Holds(Ada);
        }));
    }

    private static void Finds(IFilterGrammar grammar, string expression, bool finds)
    {
        var (where, violations) = Read(grammar, Node(grammar, expression));
        violations.ShouldBeEmpty();
        where.Holds(Ada).ShouldBe(finds);
    }

    private static void Refuses(IFilterGrammar grammar, string expression)
    {
        var violation = Read(grammar, Node(grammar, expression)).Violations.ShouldHaveSingleItem();
        violation.Pointer.ShouldStartWith("/query/filter");
    }

    private static JsonNode Node(IFilterGrammar grammar, string expression) =>
        grammar is ObjectsGrammar ? JsonNode.Parse(expression)! : JsonValue.Create(expression);

    private static (Predicate Where, List<Violation> Violations) Read(IFilterGrammar grammar, JsonNode expression)
    {
        var violations = new List<Violation>();
        return (grammar.Read(expression, ("/query/filter", "filter"), Scope, violations), violations);
    }
}
