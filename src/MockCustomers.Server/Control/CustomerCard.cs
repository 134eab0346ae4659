using System.Text.Json.Nodes;
using MockCustomers.Customers;
using MockCustomers.Exchange;
using MockCustomers.Store;

namespace MockCustomers.Server.Control;

/// <summary>A customer in a few words: who it is, and how it stands.</summary>
internal static class CustomerCard
{
    /// <summary>The facts that can be somebody's name, the best one first.</summary>
    private static readonly string[] Names = ["name", "companyName", "fullName", "fullNameWithMiddle", "fullNameWithInitial"];

    public static JsonObject Of(View view, CustomerHandle customer) => Of(view, customer, view.Read(customer));

    /// <summary>The card with the whole customer, as the vendor serves it.</summary>
    public static JsonObject Full(View view, CustomerHandle customer)
    {
        var shown = view.Read(customer);
        var card = Of(view, customer, shown);
        card["created"] = view.CreatedOf(customer) is var created and < long.MaxValue ? Timestamp.Shown(created) : null;
        card["now"] = Timestamp.Shown(view.Now);
        card["customer"] = shown;
        return card;
    }

    /// <summary>The field in which customers of a stratum show their e-mail address; null when they do not.</summary>
    public static string? EmailField(View view, Stratum stratum) => view.Renderer.FactFields.Of(stratum, "email")?.Path;

    private static JsonObject Of(View view, CustomerHandle customer, JsonObject shown)
    {
        var stratum = view.StratumOf(customer);
        return new JsonObject
        {
            ["number"] = customer.Number.IsOfPopulation ? customer.Number.Value : null,
            ["id"] = view.IdOf(customer),
            ["kind"] = stratum.Kind.Name,
            ["state"] = stratum.State.Name,
            ["name"] = NameIn(view, stratum, shown),
            ["email"] = EmailField(view, stratum) is { } email ? Text(shown, email) : null,
        };
    }

    private static string? NameIn(View view, Stratum stratum, JsonObject shown)
    {
        string? Shown(string fact) => view.Renderer.FactFields.Of(stratum, fact) is { } field ? Text(shown, field.Path) : null;
        if (Names.Select(Shown).FirstOrDefault(name => name is not null) is { } whole) return whole;
        string?[] parts = [Shown("firstName"), Shown("lastName")];
        return parts.Any(part => part is not null) ? string.Join(' ', parts.Where(part => part is not null)) : null;
    }

    /// <summary>The text at a path; null when there is none.</summary>
    private static string? Text(JsonObject shown, string path) => FieldPath.Text(shown, path) is { Length: > 0 } text ? text : null;
}
