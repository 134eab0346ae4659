using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using MockCustomers.Contracts;

namespace MockCustomers.Cli.Init;

/// <summary>A manifest guessed from a spec: what the operations and fields are called, and how they lie. It is meant to be looked through.</summary>
internal sealed class VendorSketch
{
    private readonly Contract contract;
    private readonly JsonNode document;
    private readonly string name;
    private readonly string spec;
    private readonly SketchedOperations operations;

    public VendorSketch(Contract contract, JsonNode document, string name, string spec)
    {
        (this.contract, this.document, this.name, this.spec) = (contract, document, name, spec);
        operations = new SketchedOperations(contract);
    }

    public JsonObject Manifest
    {
        get
        {
            var manifest = new JsonObject { ["title"] = contract.Title.Length > 0 ? contract.Title : name };
            if (spec != "openapi.json") manifest["spec"] = spec;
            manifest["auth"] = Auth();
            manifest["errors"] = SketchedErrors.Of(contract);
            manifest["customer"] = operations.Fetch is { } fetch
                ? new SketchedCustomer(fetch).Manifest
                : new JsonObject { ["operation"] = "name-the-operation-that-returns-one-customer", ["id"] = new JsonObject { ["field"] = "id" }, ["countries"] = SketchedCustomer.Countries() };
            manifest["mappings"] = operations.Mappings();
            return manifest;
        }
    }

    /// <summary>A name made of a title: "Acme API" is acme-api.</summary>
    public static string NameOf(string title)
    {
        var name = string.Concat(title.ToLowerInvariant().Select(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) ? c : '-'));
        name = string.Join('-', name.Split('-', StringSplitOptions.RemoveEmptyEntries)).TrimStart([.. "0123456789-"]);
        return name.Length == 0 ? "acme" : name.Length > 40 ? name[..40].TrimEnd('-') : name;
    }

    private JsonObject Auth()
    {
        var key = $"{name}_sandbox_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..16]}";
        var schemes = ((document["components"] as JsonObject)?["securitySchemes"] ?? document["securityDefinitions"]) as JsonObject ?? [];
        var header = schemes.Select(scheme => scheme.Value).OfType<JsonObject>().FirstOrDefault(scheme => Text(scheme["type"]) == "apiKey" && Text(scheme["in"]) == "header");
        var bearer = schemes.Select(scheme => scheme.Value).OfType<JsonObject>().Any(scheme => Text(scheme["scheme"]) == "bearer" || Text(scheme["type"]) is "oauth2" or "openIdConnect");
        return header is not null && !bearer
            ? new JsonObject { ["scheme"] = "apiKey", ["header"] = Text(header["name"]) ?? "X-Api-Key", ["keys"] = new JsonArray(key) }
            : new JsonObject { ["scheme"] = "bearer", ["header"] = "Authorization", ["keys"] = new JsonArray(key) };
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
