using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using MockCustomers.Mappings;
using MockCustomers.Server.Stubbing;

namespace MockCustomers.Server.WireMockAdmin;

/// <summary>Mappings as WireMock's clients see them.</summary>
internal static class ShownMapping
{
    /// <summary>As it was written, or in WireMock's words; what has none there is shown in WireMock.Net's, as metadata, with the reasons.</summary>
    public static JsonObject Of(SeenMapping seen)
    {
        if (seen.Written is { } written) return With(seen.Id, (JsonObject)written.DeepClone());
        var reasons = new DiagnosticBag();
        var converted = Converter.ToWireMock(new JsonPlace(seen.Net, "", "", reasons));
        return With(seen.Id, reasons.IsEmpty ? (JsonObject)converted[0]!.DeepClone() : Unconverted(seen, reasons));
    }

    /// <summary>A mapping that has just been written, in either dialect.</summary>
    public static JsonObject Of(Guid id, JsonObject written) => Of(new SeenMapping(id, written, Dialects.Of(written) == Dialect.WireMock ? written : null));

    /// <summary>A mapping with its id under both of its names.</summary>
    public static JsonObject With(Guid id, JsonObject mapping)
    {
        foreach (var name in new[] { "id", "uuid" }) mapping.Remove(name);
        mapping.Insert(0, "id", id.ToString());
        mapping["uuid"] = id.ToString();
        return mapping;
    }

    private static JsonObject Unconverted(SeenMapping seen, DiagnosticBag reasons) => new()
    {
        ["name"] = seen.Net["Title"]?.DeepClone(),
        ["metadata"] = new JsonObject
        {
            ["wireMockNet"] = seen.Net.DeepClone(),
            ["notInWireMocksJson"] = new JsonArray([.. reasons.Found.Select(reason => JsonValue.Create($"{reason.Pointer}: {reason.Problem}"))]),
        },
    };
}
