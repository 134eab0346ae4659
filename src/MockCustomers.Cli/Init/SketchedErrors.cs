using System.Text.Json.Nodes;
using MockCustomers.Contracts;

namespace MockCustomers.Cli.Init;

/// <summary>The words for refusals: statuses as HTTP has them, in the shape of the first error that the spec describes.</summary>
internal static class SketchedErrors
{
    private static readonly Dictionary<string, string> Placeholders = new()
    {
        ["message"] = "{message}",
        ["detail"] = "{message}",
        ["description"] = "{message}",
        ["error_description"] = "{message}",
        ["errorMessage"] = "{message}",
        ["title"] = "{message}",
        ["error"] = "{code}",
        ["code"] = "{code}",
        ["errorCode"] = "{code}",
        ["error_code"] = "{code}",
        ["type"] = "{code}",
        ["status"] = "{status}",
        ["statusCode"] = "{status}",
        ["status_code"] = "{status}",
    };

    public static JsonObject Of(Contract contract)
    {
        var described = contract.Operations.SelectMany(operation => operation.Responses).FirstOrDefault(response => response.Status is >= 400 or 0 && response.Schema is { Properties.Count: > 0 });
        var errors = new JsonObject();
        if (described?.MediaType is { } type && type != "application/json" && !type.Contains('*', StringComparison.Ordinal)) errors["contentType"] = type;
        errors["body"] = described?.Schema is { } schema && Body(schema) is { Count: > 0 } body ? body : new JsonObject { ["error"] = new JsonObject { ["code"] = "{code}", ["message"] = "{message}" } };
        errors["faults"] = Faults();
        return errors;
    }

    private static JsonObject Body(Schema schema)
    {
        var body = new JsonObject();
        foreach (var (name, property) in schema.Properties)
            if (Value(name, property, schema.Required.Contains(name)) is { } value) body[name] = value;
        return body;
    }

    private static JsonNode? Value(string name, Schema schema, bool isRequired)
    {
        if (schema.Properties.Count > 0) return Body(schema) is { Count: > 0 } inner ? inner : null;
        if (schema.Enum is [{ } first, ..]) return first.DeepClone();
        if (Placeholders.TryGetValue(name, out var placeholder) && Fits(placeholder, schema)) return placeholder;
        return isRequired ? SketchedBody.Sample(schema) : null;
    }

    /// <summary>The status is a number, all else text.</summary>
    private static bool Fits(string placeholder, Schema schema) =>
        placeholder == "{status}" ? (schema.Types & (SchemaType.Integer | SchemaType.Number)) != 0 : schema.Types is SchemaType.None || (schema.Types & SchemaType.String) != 0;

    private static JsonObject Faults() => new()
    {
        ["missingCredential"] = Words(401, "unauthorized", "A valid credential is required."),
        ["noSuchPath"] = Words(404, "not_found", "There is nothing at {path}."),
        ["methodNotAllowed"] = Words(405, "method_not_allowed", "{method} is not allowed here."),
        ["invalidParameter"] = Words(400, "invalid_request", "{violations}"),
        ["noSuchCustomer"] = Words(404, "not_found", "There is no customer {id}."),
        ["conflict"] = Words(409, "conflict", "There is another customer with this {field}."),
        ["unexpected"] = Words(500, "internal_error", "Something went wrong."),
    };

    private static JsonObject Words(int status, string code, string message) => new() { ["status"] = status, ["code"] = code, ["message"] = message };
}
