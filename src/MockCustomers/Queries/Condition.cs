using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MockCustomers.Store;

namespace MockCustomers.Queries;

/// <summary>One field compared with one or several values.</summary>
/// <param name="Field">Dotted path.</param>
/// <param name="Values">As text, as a query string has them; numbers and dates are compared as such where both sides are.</param>
public sealed record Condition(string Field, Operator Operator, IReadOnlyList<string> Values) : Predicate
{
    public override bool Holds(JsonObject customer)
    {
        var node = JsonPath.At(customer, Field);
        if (Operator == Operator.Exists) return (node is not null) == (Values[0] != "false");
        if (node is JsonArray list) return HoldsList(list);
        return HoldsText(node is null ? null : Text(node));
    }

    public override bool? Decide(Func<string, string?> known) =>
        known(Field) is not { } text ? null : Operator == Operator.Exists ? Values[0] != "false" : HoldsText(text);

    private bool HoldsText(string? text) => Operator switch
    {
        Operator.Equal => text is not null && Values.Any(v => Compare(text, v) == 0),
        Operator.NotEqual => text is null || Values.All(v => Compare(text, v) != 0),
        Operator.In => text is not null && Values.Any(v => Compare(text, v) == 0),
        Operator.NotIn => text is null || Values.All(v => Compare(text, v) != 0),
        Operator.Greater => text is not null && Compare(text, Values[0]) > 0,
        Operator.GreaterOrEqual => text is not null && Compare(text, Values[0]) >= 0,
        Operator.Less => text is not null && Compare(text, Values[0]) < 0,
        Operator.LessOrEqual => text is not null && Compare(text, Values[0]) <= 0,
        Operator.Contains => text is not null && text.Contains(Values[0], StringComparison.OrdinalIgnoreCase),
        Operator.NotContains => text is null || !text.Contains(Values[0], StringComparison.OrdinalIgnoreCase),
        Operator.NotSize => true,
        _ => false,
    };

    /// <summary>A list is what any of its items is, as document stores have it.</summary>
    private bool HoldsList(JsonArray list)
    {
        var texts = list.Select(item => item is null ? "" : Text(item)).ToList();
        return Operator switch
        {
            Operator.All => Values.All(v => texts.Contains(v)),
            Operator.Size => texts.Count.ToString(CultureInfo.InvariantCulture) == Values[0],
            Operator.NotSize => texts.Count.ToString(CultureInfo.InvariantCulture) != Values[0],
            Operator.NotEqual or Operator.NotIn or Operator.NotContains => texts.TrueForAll(HoldsText),
            _ => texts.Exists(HoldsText),
        };
    }

    private static string Text(JsonNode node) =>
        node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString();

    /// <summary>Numbers as numbers, times as times, anything else by code points.</summary>
    internal static int Compare(string one, string other)
    {
        if (decimal.TryParse(one, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && decimal.TryParse(other, NumberStyles.Float, CultureInfo.InvariantCulture, out var otherNumber)) return number.CompareTo(otherNumber);
        if (Times.TryParse(one, out var time) && Times.TryParse(other, out var otherTime)) return time.CompareTo(otherTime);
        return string.CompareOrdinal(one, other);
    }
}
