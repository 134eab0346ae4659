using System.Text.Json.Nodes;

namespace MockCustomers.Server.Reference;

/// <summary>The sandbox's credential in the words of a spec's security schemes.</summary>
internal static class SpecCredentials
{
    private const string Bearer = "Bearer ";

    /// <summary>The schemes that the credential fits, by name; null where it fits none.</summary>
    public static JsonObject? Of(JsonObject document, KeyValuePair<string, string> credential)
    {
        var filled = new JsonObject();
        if ((document["components"]?["securitySchemes"] ?? document["securityDefinitions"]) is not JsonObject schemes) return null;
        foreach (var (name, scheme) in schemes)
            if (Value(scheme as JsonObject, credential) is { } value) filled[name] = value;
        return filled.Count == 0 ? null : filled;
    }

    private static JsonObject? Value(JsonObject? scheme, KeyValuePair<string, string> credential)
    {
        if (Is(scheme, "type", "apiKey") && Is(scheme, "in", "header") && Is(scheme, "name", credential.Key))
            return new JsonObject { ["name"] = credential.Key, ["in"] = "header", ["value"] = credential.Value };
        if (Is(scheme, "type", "http") && Is(scheme, "scheme", "bearer") && credential.Value.StartsWith(Bearer, StringComparison.Ordinal))
            return new JsonObject { ["token"] = credential.Value[Bearer.Length..] };
        return null;
    }

    private static bool Is(JsonObject? scheme, string key, string wanted) =>
        scheme?[key] is JsonValue value && value.TryGetValue<string>(out var text) && text.Equals(wanted, StringComparison.OrdinalIgnoreCase);
}
