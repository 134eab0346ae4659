using System.Text.Json.Nodes;

namespace MockCustomers.Actions;

/// <summary>The top-level fields that a client wants: "id name", or all but those with a minus: "-claims".</summary>
internal sealed class FieldSelection
{
    private readonly HashSet<string> wanted;
    private readonly HashSet<string> unwanted;

    private FieldSelection(IEnumerable<string> names)
    {
        var all = names.ToList();
        unwanted = [.. all.Where(n => n[0] == '-').Select(n => n[1..])];
        wanted = [.. all.Where(n => n[0] != '-')];
    }

    /// <summary>Names separated by spaces or commas, in brackets and quotes or not.</summary>
    public static FieldSelection Of(string text) =>
        new(text.Split([' ', ',', '[', ']', '"'], StringSplitOptions.RemoveEmptyEntries));

    public JsonObject Of(JsonObject customer)
    {
        foreach (var name in customer.Select(p => p.Key).ToList())
            if (unwanted.Contains(name) || (wanted.Count > 0 && !wanted.Contains(name))) customer.Remove(name);
        return customer;
    }
}
