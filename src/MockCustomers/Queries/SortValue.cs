using System.Text.Json;
using System.Text.Json.Nodes;
using MockCustomers.Exchange;

namespace MockCustomers.Queries;

/// <summary>What a customer is sorted by, in the order of document databases: nothing, null, numbers, texts, objects, lists, false, true.</summary>
/// <remarks>Times are sorted as moments, among texts by what they say in UTC.</remarks>
internal readonly record struct SortValue : IComparable<SortValue>
{
    private const int Nothing = 0, Null = 1, Number = 2, String = 3, Map = 4, List = 5, False = 6, True = 7;

    private SortValue(int kind, decimal number, string text) => (Kind, Amount, Text) = (kind, number, text);

    private int Kind { get; }

    private decimal Amount { get; }

    private string Text { get; }

    /// <summary>A customer's value: of the items of lists the least where the least comes first, else the greatest.</summary>
    public static SortValue Of(JsonObject customer, SortKey key)
    {
        var values = new List<SortValue>();
        foreach (var value in FieldValues.At(customer, key.Field))
        {
            if (value is not JsonArray list) values.Add(Of(value));
            else if (list.Count == 0) values.Add(new SortValue(Nothing, 0, ""));
            else values.AddRange(list.Select(Of));
        }

        if (values.Count == 0) return new SortValue(Null, 0, "");
        return key.Descending ? values.Max() : values.Min();
    }

    public int CompareTo(SortValue other)
    {
        var order = Kind.CompareTo(other.Kind);
        if (order == 0) order = Amount.CompareTo(other.Amount);
        return order != 0 ? order : string.CompareOrdinal(Text, other.Text);
    }

    private static SortValue Of(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => new SortValue(Null, 0, ""),
        JsonValueKind.String => new SortValue(String, 0, Sortable(value.GetValue<string>())),
        JsonValueKind.Number => new SortValue(Number, Numbers.Of(value) ?? 0, ""),
        JsonValueKind.Object => new SortValue(Map, 0, value.ToJsonString()),
        JsonValueKind.Array => new SortValue(List, 0, value.ToJsonString()),
        JsonValueKind.False => new SortValue(False, 0, ""),
        _ => new SortValue(True, 0, ""),
    };

    private static string Sortable(string text) => Timestamp.TryParseLenient(text, out var time) ? time.ToSortableText() : text;
}
