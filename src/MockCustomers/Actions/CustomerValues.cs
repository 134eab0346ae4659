using System.Text.Json.Nodes;
using MockCustomers.Exchange;
using MockCustomers.Store;
using MockCustomers.Templates;

namespace MockCustomers.Actions;

/// <summary>What a reply about one customer can say: {customer}, and {customer.path} of any of its fields.</summary>
internal sealed class CustomerValues(View view, CustomerHandle customer, IReadOnlyCollection<string> expanded) : ITemplateValues
{
    public static readonly string[] Placeholders = ["customer", "customer.*"];
    private JsonObject? read;

    public bool Write(string name, JsonBuffer json)
    {
        if (name == "customer")
        {
            view.Write(customer, expanded, json, keep: true);
            return true;
        }

        if (Field(name) is not { } value) return false;
        PlainJson.Write(value, json);
        return true;
    }

    public string? Text(string name) => Field(name)?.ToString();

    private JsonNode? Field(string name) => FieldPath.At(read ??= view.Read(customer), name["customer.".Length..]);
}
