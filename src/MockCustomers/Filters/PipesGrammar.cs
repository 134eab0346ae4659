using System.Text.Json.Nodes;
using MockCustomers.Exchange;
using MockCustomers.Queries;

namespace MockCustomers.Filters;

/// <summary>One condition, key||OP||value; OP is EQ, NEQ, LIKE, IN or NIN, the last two with values separated by commas.</summary>
internal sealed class PipesGrammar : IFilterGrammar
{
    private static readonly EnumNames<Operator> Operators = new(StringComparison.OrdinalIgnoreCase)
    {
        ["EQ"] = Operator.Equal,
        ["NEQ"] = Operator.NotEqual,
        ["LIKE"] = Operator.Contains,
        ["IN"] = Operator.In,
        ["NIN"] = Operator.NotIn,
    };

    public string Name => "pipes";

    public Predicate Read(JsonNode expression, (string Pointer, string Field) place, FilterScope scope, List<Violation> violations)
    {
        var pieces = expression.ToString().Split("||", 3);
        if (pieces.Length == 3 && Operators[pieces[1].Trim()] is { } operation
            && scope.Compare(pieces[0].Trim(), operation, Values(operation, pieces[2])) is { } condition) return condition;
        violations.Add(new Violation(place.Pointer, place.Field, "filter", "key||OP||value", expression.ToString()));
        return Predicate.Everybody;
    }

    private static string[] Values(Operator operation, string text) =>
        operation is Operator.In or Operator.NotIn ? text.Split(',', StringSplitOptions.TrimEntries) : [text];
}
