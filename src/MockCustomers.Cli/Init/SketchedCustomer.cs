using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MockCustomers.Building.Plans;
using MockCustomers.Contracts;

namespace MockCustomers.Cli.Init;

/// <summary>What customers are made of: id, kinds and states by the enums of the spec, and a value for whatever it requires and does not explain.</summary>
internal sealed partial class SketchedCustomer(SketchedFetch fetch)
{
    private const int MostPairs = 50;
    private static readonly string[] KindNames = ["type", "kind", "customer_type", "customerType", "entity_type", "entityType", "account_type", "accountType"];
    private static readonly string[] StateNames = ["status", "state", "kyc_status", "kycStatus", "verification_status", "verificationStatus"];
    private static readonly string[] Companies = ["compan", "business", "corporat", "organi", "merchant", "legal"];
    private static readonly string[] PersonFacts = ["firstName", "middleName", "lastName", "birthDate", "gender"];

    private readonly Schema schema = fetch.Customer;

    public JsonObject Manifest
    {
        get
        {
            var customer = new JsonObject { ["operation"] = fetch.Operation.Id };
            if (fetch.At is not null) customer["at"] = fetch.At;
            customer["id"] = Id();
            customer["countries"] = Countries();
            var kinds = Choices(KindNames);
            var states = Choices(StateNames);
            if (kinds is not null) customer["kinds"] = new JsonObject(kinds.Words.Select(word => KeyValuePair.Create(word, (JsonNode?)Kind(kinds.Field, word))));
            if (states is not null && states.Words.Count * (kinds?.Words.Count ?? 1) <= MostPairs)
                customer["states"] = new JsonObject(states.Words.Select((word, index) => KeyValuePair.Create(word, (JsonNode?)Group(index == 0 ? 60 : 10, states.Field, word))));
            var fields = new JsonObject();
            Fill(schema, "", [fetch.Id, kinds?.Field, states?.Field], fields);
            if (fields.Count > 0) customer["fields"] = fields;
            return customer;
        }
    }

    public static JsonObject Countries() => new() { ["US"] = 60, ["GB"] = 25, ["DE"] = 15 };

    private JsonObject Id()
    {
        var id = new JsonObject { ["field"] = fetch.Id };
        if (schema.Property(fetch.Id) is not { } field || field.Format == "uuid") return id;
        if (field.Example is not JsonValue value || !value.TryGetValue<string>(out var example) || Uuid().IsMatch(example)) return id;
        if (Prefixed().Match(example) is not { Success: true } found) return id;
        id["shape"] = "ulid";
        id["prefix"] = found.Groups[1].Value;
        if (!found.Groups[2].Value.Any(char.IsAsciiLetterUpper)) id["letters"] = "lower";
        return id;
    }

    private SketchedChoice? Choices(string[] names) =>
        names.Select(name => (Name: name, Words: (schema.Property(name)?.Enum ?? []).OfType<JsonValue>().Select(value => value.TryGetValue<string>(out var word) ? word : null).OfType<string>().Where(word => word.Length > 0).ToList()))
            .Where(found => found.Words.Count > 1).Select(found => new SketchedChoice(found.Name, found.Words)).FirstOrDefault();

    private JsonObject Kind(string field, string word)
    {
        var isCompany = Companies.Any(company => word.Contains(company, StringComparison.OrdinalIgnoreCase));
        var kind = Group(isCompany ? 30 : 70, field, word);
        kind["subject"] = isCompany ? "company" : "person";
        var foreign = schema.Properties.Where(property => !schema.Required.Contains(property.Name) && FieldDefaults.FactFor(property.Name, property.Schema) is { } fact && (isCompany ? PersonFacts.Contains(fact) : fact == "companyName"))
            .Select(property => JsonValue.Create(property.Name)).ToArray<JsonNode>();
        if (foreign.Length > 0) kind["omit"] = new JsonArray(foreign);
        return kind;
    }

    private static JsonObject Group(int share, string field, string word) => new() { ["share"] = share, ["set"] = new JsonObject { [field] = word } };

    /// <summary>A value for every field that the spec requires and that nothing else tells how to make.</summary>
    private static void Fill(Schema schema, string path, string?[] known, JsonObject fields)
    {
        foreach (var (name, property) in schema.Properties)
        {
            var place = path + name;
            if (known.Contains(place) || name.Contains('.', StringComparison.Ordinal) || !schema.Required.Contains(name)) continue;
            if (property.Properties.Count > 0) Fill(property, place + ".", known, fields);
            else if (IsUnexplained(name, property) && Value(name, property) is { } value) fields[place] = value;
        }
    }

    private static bool IsUnexplained(string name, Schema schema) =>
        schema.Enum.Count == 0 && schema.Example is null && !schema.Nullable && schema.Format != "uuid" && schema.Pattern is null && FieldDefaults.FactFor(name, schema) is null;

    private static JsonNode? Value(string name, Schema schema) => schema.Types switch
    {
        SchemaType.Boolean => new JsonObject { ["const"] = true },
        SchemaType.Integer or SchemaType.Number => new JsonObject { ["range"] = new JsonObject { ["least"] = (long)Math.Ceiling(schema.Minimum ?? 0), ["most"] = (long)Math.Floor(schema.Maximum ?? ((schema.Minimum ?? 0) + 1000)) } },
        SchemaType.Array => schema.MinItems > 0 ? null : new JsonObject { ["const"] = new JsonArray() },
        SchemaType.Object => new JsonObject { ["const"] = new JsonObject() },
        SchemaType.String => new JsonObject { ["const"] = schema.MaxLength < name.Length ? name[..schema.MaxLength.Value] : name.PadRight(schema.MinLength ?? 0, 'x') },
        _ => null,
    };

    [GeneratedRegex("^[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}$")]
    private static partial Regex Uuid();

    [GeneratedRegex("^([A-Za-z]{1,12}[_.-])([0-9A-Za-z]{6,})$")]
    private static partial Regex Prefixed();
}
