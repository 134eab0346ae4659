using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MockCustomers.Exchange;

namespace MockCustomers.Queries;

/// <summary>One field compared with one or several values, as document databases compare.</summary>
/// <remarks>
/// A list is what any of its items is, and a path through a list leads to what each of its objects has there. What a negative operator
/// holds for is whomever its positive one does not: nobody of the list is equal, none of it contains.
/// </remarks>
/// <param name="Field">Dotted path.</param>
/// <param name="Values">As text, as a query string has them: compared with numbers as numbers, with times as times, with anything else by its characters.</param>
internal sealed record Condition(string Field, Operator Operator, IReadOnlyList<string> Values) : Predicate
{
    /// <summary>Whether a value that reads as a number is one, which no text is equal to.</summary>
    public bool NumbersAreNumbers { get; init; }

    public override bool Holds(JsonObject customer) => Operator switch
    {
        Operator.Exists => FieldValues.At(customer, Field).Count > 0 == (Values[0] != "false"),
        Operator.Size => HasSize(customer),
        Operator.NotSize => !HasSize(customer),
        _ => HoldsAmong(FieldValues.Items(customer, Field)),
    };

    public override bool? Decide(Func<string, string?> known)
    {
        if (known(Field) is not { } text) return null;
        return Operator switch
        {
            Operator.Exists => Values[0] != "false",
            Operator.Size => false,
            Operator.NotSize => true,
            // Whether it is a number or the text of one, only a look at the customer tells.
            _ when Numbers.Parse(text) is not null => null,
            _ => HoldsAmong([JsonValue.Create(text)]),
        };
    }

    private bool HoldsAmong(List<JsonNode?> items) => Operator switch
    {
        Operator.Equal or Operator.In => Values.Any(value => items.Exists(item => IsEqual(item, value))),
        Operator.NotEqual or Operator.NotIn => !Values.Any(value => items.Exists(item => IsEqual(item, value))),
        Operator.All => Values.All(value => items.Exists(item => IsEqual(item, value))),
        Operator.Contains => items.Exists(Contains),
        Operator.NotContains => !items.Exists(Contains),
        Operator.Greater => items.Exists(item => Compare(item, Values[0]) > 0),
        Operator.GreaterOrEqual => items.Exists(item => Compare(item, Values[0]) >= 0),
        Operator.Less => items.Exists(item => Compare(item, Values[0]) < 0),
        Operator.LessOrEqual => items.Exists(item => Compare(item, Values[0]) <= 0),
        _ => false,
    };

    private bool HasSize(JsonObject customer) =>
        FieldValues.At(customer, Field).Exists(value => value is JsonArray list && list.Count.ToString(CultureInfo.InvariantCulture) == Values[0]);

    private bool IsEqual(JsonNode? item, string value) => Compare(item, value) == 0;

    private bool Contains(JsonNode? item) => Text(item)?.Contains(Values[0], StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>How an item stands to a value; null when the two cannot be compared.</summary>
    private int? Compare(JsonNode? item, string value)
    {
        if (Text(item) is not { } text) return null;
        if (item!.GetValueKind() == JsonValueKind.Number) return Numbers.Parse(value) is { } wanted ? Numbers.Of(item)?.CompareTo(wanted) : null;
        if (NumbersAreNumbers && Numbers.IsWritten(value)) return null;
        if (Timestamp.TryParseLenient(text, out var time) && Timestamp.TryParseLenient(value, out var other)) return time.CompareTo(other);
        return string.CompareOrdinal(text, value);
    }

    /// <summary>The text of a value that is neither null nor a list nor an object.</summary>
    private static string? Text(JsonNode? item) => item?.GetValueKind() switch
    {
        JsonValueKind.String => item.GetValue<string>(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => item.ToJsonString(),
        _ => null,
    };
}
