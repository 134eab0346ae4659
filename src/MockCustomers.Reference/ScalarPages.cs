using System.Text.Json.Nodes;
using MockCustomers.Server.Reference;
using Scalar.AspNetCore;

namespace MockCustomers.Reference;

/// <summary>Scalar's API reference, by its script alone: what Scalar.AspNetCore does besides wants ASP.NET Core's routing.</summary>
internal sealed class ScalarPages : IReferencePages
{
    private const string Embedded = "ScalarStaticAssets.scalar.js";

    /// <remarks>The package holds it compressed.</remarks>
    public ReadOnlyMemory<byte> Script { get; } = Read();

    /// <remarks>All that Scalar would load from other hosts, or tell them, is switched off by name; the page's Content-Security-Policy would refuse it, too.</remarks>
    public JsonNode Configuration(IReadOnlyList<ReferenceDocument> documents)
    {
        var shown = new JsonObject
        {
            ["sources"] = new JsonArray([.. documents.Select(Source)]),
            ["proxyUrl"] = "",
            ["withDefaultFonts"] = false,
            ["telemetry"] = false,
            ["hideClientButton"] = true,
            ["showDeveloperTools"] = "never",
            ["agent"] = new JsonObject { ["disabled"] = true },
            ["mcp"] = new JsonObject { ["disabled"] = true },
            ["persistAuth"] = false,
            ["externalUrls"] = new JsonObject { ["dashboardUrl"] = "", ["registryUrl"] = "", ["proxyUrl"] = "", ["apiBaseUrl"] = "" },
            ["documentDownloadType"] = "direct",
            ["defaultHttpClient"] = new JsonObject { ["targetKey"] = "shell", ["clientKey"] = "curl" },
        };
        if (Credentials(documents) is { Count: > 0 } credentials)
            shown["authentication"] = new JsonObject { ["preferredSecurityScheme"] = credentials.First().Key, ["securitySchemes"] = credentials };
        return shown;
    }

    private static JsonNode Source(ReferenceDocument document) => new JsonObject
    {
        ["title"] = document.Title,
        ["slug"] = document.Slug,
        ["url"] = document.Url,
        ["agent"] = new JsonObject { ["disabled"] = true },
    };

    private static JsonObject Credentials(IReadOnlyList<ReferenceDocument> documents)
    {
        var all = new JsonObject();
        foreach (var (name, value) in documents.SelectMany(document => document.Credentials ?? []))
            if (!all.ContainsKey(name)) all[name] = value?.DeepClone();
        return all;
    }

    private static byte[] Read()
    {
        using var packed = typeof(ScalarOptions).Assembly.GetManifestResourceStream(Embedded) ?? throw new InvalidOperationException($"Scalar.AspNetCore has no {Embedded} any more");
        var script = new byte[packed.Length];
        packed.ReadExactly(script);
        return script;
    }
}
