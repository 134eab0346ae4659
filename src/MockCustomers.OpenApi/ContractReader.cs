using System.Globalization;
using System.Text.Json.Nodes;
using MockCustomers.Contracts;
using MockCustomers.Diagnostics;
using MockCustomers.OpenApi.Specs;

namespace MockCustomers.OpenApi;

/// <summary>Reads a spec: OpenAPI 2.0, 3.0, 3.1 or 3.2, in JSON or YAML.</summary>
/// <remarks>Never throws for what a file may hold, fetches nothing, and may be called by many threads at once.</remarks>
internal static class ContractReader
{
    /// <param name="file">The spec's file, as diagnostics shall name it; its ending tells JSON from YAML.</param>
    /// <param name="content">The file's bytes.</param>
    /// <param name="diagnostics">Gets everything that is wrong with the spec.</param>
    /// <returns>What could be read, also beside diagnostics; null when it is not an OpenAPI document that can be read.</returns>
    public static Contract? Read(string file, ReadOnlySpan<byte> content, DiagnosticBag diagnostics)
    {
        if (DocumentReader.Read(file, content, diagnostics) is not { } node) return null;
        if (node is not JsonObject root)
        {
            diagnostics.Add(file, "", "it is not a map", "write an OpenAPI document, which begins with: openapi: 3.0.3");
            return null;
        }
        if (!IsVersionKnown(file, root, diagnostics)) return null;

        var spec = new Spec(file, root, root.ContainsKey("swagger"));
        var contract = Read(file, spec);
        foreach (var finding in spec.Findings) diagnostics.Add(file, finding.Pointer, finding.Problem, finding.Remedy);
        return contract;
    }

    private static Contract? Read(string file, Spec spec)
    {
        var model = OpenApiModel.Read(spec.Root.Node!.AsObject());
        new References(spec).Check();

        var schemas = new SchemaReader(spec);
        var operations = new OperationReader(spec, schemas, new SecurityReader(spec, model.SecuritySchemes));
        var contract = new Contract(
            file,
            Said(spec, "title", model.Title),
            Said(spec, "version", model.Version),
            spec.BasePath(model.ServerUrls is [var first, ..] ? first : ""),
            new PathsReader(spec, operations).Read(),
            schemas.Named())
        {
            Servers = ServerUrl.Hosts(model.ServerUrls),
        };
        model.ReportTo(spec);
        return model.IsRead ? contract : null;
    }

    private static string Said(Spec spec, string word, string text)
    {
        if (text.Length == 0 && spec.Root["info"][word].IsMissing)
            spec.Report(spec.Root["info"], $"the {word} of the API is missing", $"write: info: {{ {word}: … }}");
        return text;
    }

    private static bool IsVersionKnown(string file, JsonObject root, DiagnosticBag diagnostics)
    {
        var word = root.ContainsKey("swagger") ? "swagger" : "openapi";
        if (root[word] is not { } version)
        {
            diagnostics.Add(file, "", "it is not an OpenAPI document: 'openapi' is missing", "write: openapi: 3.0.3");
            return false;
        }
        var text = string.Create(CultureInfo.InvariantCulture, $"{version}");
        if (word == "swagger" ? text is "2.0" or "2" : text is ['3', '.', '0' or '1' or '2'] or ['3', '.', '0' or '1' or '2', '.', ..]) return true;
        diagnostics.Add(file, $"/{word}", $"{Spec.Shown(version)} is not a version that can be read", "one of: 2.0 (swagger), 3.0.x, 3.1.x, 3.2.x (openapi)");
        return false;
    }
}
