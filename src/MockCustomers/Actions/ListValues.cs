using System.Globalization;
using MockCustomers.Exchange;
using MockCustomers.Paging;
using MockCustomers.Queries;
using MockCustomers.Store;
using MockCustomers.Templates;

namespace MockCustomers.Actions;

/// <summary>What a reply with a page of customers can say.</summary>
/// <param name="selection">The fields that are wanted; null for all.</param>
/// <param name="counted">Whether the client asked for the total.</param>
internal sealed class ListValues(
    View view, QueryResult result, PageWindow window, FieldSelection? selection, IReadOnlyCollection<string> expanded, bool counted) : ITemplateValues
{
    public static readonly string[] Placeholders =
        ["customers", "total", "totalIfAsked", "size", "page", "lastPage", "offset", "nextOffset", "hasMore", "moreFlag", "pageIsFull"];

    public bool Write(string name, JsonBuffer json)
    {
        if (name == "customers") Customers(json);
        else if (Text(name) is not { } text) return false;
        else json.Raw(text);
        return true;
    }

    public string? Text(string name) => name switch
    {
        "total" => Digits(result.Total),
        "totalIfAsked" => counted ? Digits(result.Total) : null,
        "size" => Digits(window.Size),
        "page" => Digits(window.Number),
        "lastPage" => Digits(Math.Max(1, (result.Total + window.Size - 1) / window.Size)),
        "offset" => Digits(result.Offset),
        "nextOffset" => Digits(result.Offset + window.Size),
        "hasMore" => result.Offset + result.Page.Count < result.Total ? "true" : "false",
        "moreFlag" => result.Offset + result.Page.Count < result.Total ? "1" : null,
        "pageIsFull" => result.Page.Count == window.Size ? "true" : "false",
        _ => null,
    };

    private static string Digits(long number) => number.ToString(CultureInfo.InvariantCulture);

    private void Customers(JsonBuffer json)
    {
        json.Raw((byte)'[');
        var first = true;
        foreach (var customer in result.Page)
        {
            if (!first) json.Raw((byte)',');
            first = false;
            if (selection is null) view.Write(customer, expanded, json);
            else PlainJson.Write(selection.Of(view.Read(customer)), json);
        }

        json.Raw((byte)']');
    }
}
