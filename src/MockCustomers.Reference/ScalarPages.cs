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
        return new JsonObject
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
    }

    /// <remarks>Each with its own credential: a scheme that a document does not have is sent all the same, beside the header that it describes as a parameter.</remarks>
    private static JsonNode Source(ReferenceDocument document)
    {
        var source = new JsonObject
        {
            ["title"] = document.Title,
            ["slug"] = document.Slug,
            ["url"] = document.Url,
            ["agent"] = new JsonObject { ["disabled"] = true },
        };
        if (document.Credentials is { Count: > 0 } credentials)
            source["authentication"] = new JsonObject { ["preferredSecurityScheme"] = credentials.First().Key, ["securitySchemes"] = credentials.DeepClone() };
        return source;
    }

    private static byte[] Read()
    {
        using var packed = typeof(ScalarOptions).Assembly.GetManifestResourceStream(Embedded) ?? throw new InvalidOperationException($"Scalar.AspNetCore has no {Embedded} any more");
        var script = new byte[packed.Length];
        packed.ReadExactly(script);
        return script;
    }
}
