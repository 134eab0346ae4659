using System.Text.Json.Nodes;
using MockCustomers.Contracts;
using MockCustomers.Exchange;
using MockCustomers.Filters;

namespace MockCustomers.Tests.Filters;

/// <summary>A dotted path through a list, in every grammar, as document databases read it.</summary>
public sealed class ListPathTests
{
    private static readonly JsonObject Ada = JsonNode.Parse("""
        {
          "cards": [
            {"type": "debit", "limit": 100, "until": "2026-01-01T00:00:00Z", "tags": ["old", "blue"], "bank": {"name": "Kuda"}},
            {"type": "credit", "limit": 900, "until": "2027-06-30t12:00:00.5+01:00", "tags": [], "bank": null},
            "loose",
            [{"type": "nested"}]
          ],
          "none": [],
          "free": {"userId": 2345, "ref": "2345", "app.version": "7", "visits": [1, 2]}
        }
        """)!.AsObject();

    private static readonly FilterScope Scope = new(Map(
        ("cards", List(Map(("type", Text), ("limit", Text with { Types = SchemaType.Number }), ("until", Text), ("tags", List(Text)), ("bank", Map(("name", Text)))))),
        ("none", List(Map(("type", Text)))),
        ("free", new Schema { Pointer = "", Types = SchemaType.Object })));

    private static Schema Text => new() { Pointer = "", Types = SchemaType.String };

    [Theory]
    [InlineData("cards.type||EQ||credit", true)]
    [InlineData("cards.type||EQ||nested", false)]
    [InlineData("cards.type||NEQ||credit", false)]
    [InlineData("cards.type||NEQ||prepaid", true)]
    [InlineData("cards.type||IN||prepaid,debit", true)]
    [InlineData("cards.type||NIN||prepaid,debit", false)]
    [InlineData("cards.type||NIN||prepaid", true)]
    [InlineData("cards.type||LIKE||CRED", true)]
    [InlineData("cards.bank.name||EQ||Kuda", true)]
    [InlineData("cards.tags||EQ||blue", true)]
    [InlineData("cards.0.type||EQ||debit", true)]
    [InlineData("cards.1.type||EQ||debit", false)]
    [InlineData("cards.9.type||EQ||debit", false)]
    [InlineData("none.type||EQ||debit", false)]
    [InlineData("none.type||NEQ||debit", true)]
    [InlineData("free.app.version||EQ||7", true)]
    [InlineData("free.userId||EQ||2345", true)]
    [InlineData("free.ref||EQ||2345", true)]
    public void Pipes_go_through_lists(string expression, bool finds) => Finds(new PipesGrammar(), JsonValue.Create(expression), finds);

    [Theory]
    [InlineData("cards.type:credit", true)]
    [InlineData("cards.type:debit cards.type:credit", true)]
    [InlineData("-cards.type:credit", false)]
    [InlineData("cards.type!=prepaid", true)]
    [InlineData("cards.type|ne|debit", false)]
    [InlineData("cards.type|in|prepaid,debit", true)]
    [InlineData("cards.type|nin|prepaid,debit", false)]
    [InlineData("cards.type|nin|prepaid,virtual", true)]
    [InlineData("cards.type|all|debit,credit", true)]
    [InlineData("cards.type|all|debit,prepaid", false)]
    [InlineData("cards.type~RED", true)]
    [InlineData("-cards.type~RED", false)]
    [InlineData("cards.type|nlike|virtual", true)]
    [InlineData("cards.limit>500", true)]
    [InlineData("cards.limit>900", false)]
    [InlineData("cards.limit<=100", true)]
    [InlineData("cards.limit>500 cards.limit<200", true)]
    [InlineData("cards.limit:900", true)]
    [InlineData("cards.until|gtd|2027-06-30T11:00:00.4Z", true)]
    [InlineData("cards.until|gtd|2027-06-30T11:00:00.5Z", false)]
    [InlineData("cards.until|ltd|2026-01-01", false)]
    [InlineData("cards.until|lted|2026-01-01", true)]
    [InlineData("cards|size|4", true)]
    [InlineData("cards|nsize|4", false)]
    [InlineData("cards.tags|size|2", true)]
    [InlineData("cards.tags|size|0", true)]
    [InlineData("cards.tags|size|1", false)]
    [InlineData("cards.tags|all|old,blue", true)]
    [InlineData("cards.type|size|2", false)]
    [InlineData("cards.type|exists|true", true)]
    [InlineData("cards.type|exists|false", false)]
    [InlineData("cards.bank|exists|true", true)]
    [InlineData("cards.bank.name|exists|true", true)]
    [InlineData("none|exists|true", true)]
    [InlineData("none.type|exists|true", false)]
    [InlineData("none.type|exists|false", true)]
    [InlineData("cards.1.bank.name|exists|false", true)]
    [InlineData("nor(cards.type:virtual none.type:debit)", true)]
    [InlineData("or(cards.type:virtual cards.type:debit)", true)]
    [InlineData("free.userId:2345", true)]
    [InlineData("free.userId:\"2345\"", true)]
    [InlineData("free.ref:2345", false)]
    [InlineData("free.ref:\"2345\"", true)]
    [InlineData("free.ref|in|2345,x", false)]
    [InlineData("free.ref!=2345", true)]
    [InlineData("free.visits>1", true)]
    [InlineData("free.visits:3", false)]
    [InlineData("free.user-id|exists|false", true)]
    public void Terms_go_through_lists(string expression, bool finds) => Finds(new TermsGrammar(), JsonValue.Create(expression), finds);

    [Theory]
    [InlineData("eq", "string", "\"credit\"", true)]
    [InlineData("eq", "string", "\"virtual\"", false)]
    [InlineData("contains", "string", "\"CRED\"", true)]
    [InlineData("not_contains", "string", "\"CRED\"", false)]
    [InlineData("not_contains", "string", "\"virtual\"", true)]
    [InlineData("in", "array", "[\"virtual\",\"debit\"]", true)]
    [InlineData("not_in", "array", "[\"virtual\",\"debit\"]", false)]
    [InlineData("not_in", "array", "[\"virtual\"]", true)]
    public void Objects_go_through_lists(string operation, string type, string value, bool finds) =>
        Finds(new ObjectsGrammar(), JsonNode.Parse($$$"""[{"field":"cards.type","operator":"{{{operation}}}","data_type":"{{{type}}}","value":{"{{{type}}}":{{{value}}}}}]""")!, finds);

    [Theory]
    [InlineData("cards.limit", "gt", "number", "500", true)]
    [InlineData("cards.limit", "lt", "number", "100", false)]
    [InlineData("cards.until", "before", "date", "\"2026-01-01t00:00:01z\"", true)]
    [InlineData("cards.until", "after", "date", "\"2027-06-30T13:00:00+01:00\"", false)]
    public void Objects_compare_within_lists(string field, string operation, string type, string value, bool finds) =>
        Finds(new ObjectsGrammar(), JsonNode.Parse($$$"""[{"field":"{{{field}}}","operator":"{{{operation}}}","data_type":"{{{type}}}","value":{"{{{type}}}":{{{value}}}}}]""")!, finds);

    [Theory]
    [InlineData("cards.kind")]
    [InlineData("cards.type.x")]
    [InlineData("cards.0.kind")]
    [InlineData("cards.3.0.type")]
    [InlineData("cards.bank.town")]
    [InlineData("none.")]
    public void A_property_that_no_list_item_has_is_not_a_field(string path) => Scope.Has(path).ShouldBeFalse();

    [Theory]
    [InlineData("nickname:x", false)]
    [InlineData("-nickname:x", true)]
    [InlineData("nickname!=x", true)]
    [InlineData("nickname|nin|a,b", true)]
    [InlineData("nickname~x", false)]
    [InlineData("nickname>1", false)]
    [InlineData("nickname|exists|true", false)]
    [InlineData("nickname|exists|false", true)]
    [InlineData("cards.kind:x", false)]
    [InlineData("or(nickname:x cards.type:debit)", true)]
    public void An_unknown_field_that_is_not_refused_matches_no_customer(string expression, bool finds)
    {
        var open = new FilterScope(Map(("cards", List(Map(("type", Text))))), allowsUnknown: true);
        var violations = new List<Violation>();
        var where = new TermsGrammar().Read(JsonValue.Create(expression), ("/query/filter", "filter"), open, violations);
        violations.ShouldBeEmpty();
        where.Holds(Ada).ShouldBe(finds);
        if (!expression.Contains("type", StringComparison.Ordinal)) where.Decide(_ => null).ShouldBe(finds, "without a look at anybody");
    }

    [Theory]
    [InlineData("nickname")]
    [InlineData(":x")]
    [InlineData("a..b:x")]
    [InlineData("nickname|is|x")]
    public void A_filter_outside_the_grammar_is_refused(string expression)
    {
        var violations = new List<Violation>();
        new TermsGrammar().Read(JsonValue.Create(expression), ("/query/filter", "filter"), new FilterScope(Map(), allowsUnknown: true), violations);
        violations.ShouldHaveSingleItem();
    }

    private static void Finds(IFilterGrammar grammar, JsonNode expression, bool finds)
    {
        var violations = new List<Violation>();
        var where = grammar.Read(expression, ("/query/filter", "filter"), Scope, violations);
        violations.ShouldBeEmpty();
        where.Holds(Ada).ShouldBe(finds);
    }

    private static Schema Map(params (string Name, Schema Schema)[] properties) =>
        new() { Pointer = "", Types = SchemaType.Object, Properties = [.. properties.Select(p => new SchemaProperty(p.Name, p.Schema))] };

    private static Schema List(Schema items) => new() { Pointer = "", Types = SchemaType.Array, Items = items };
}
