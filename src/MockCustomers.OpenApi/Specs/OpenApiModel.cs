using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using JsonPointer = MockCustomers.Diagnostics.JsonPointer;

namespace MockCustomers.OpenApi.Specs;

/// <summary>What Microsoft.OpenApi makes of a spec: one model for all versions, and what is wrong with its structure.</summary>
/// <remarks>
/// The model gives what concerns the document as a whole. Paths and schemas are read from the JSON, because the model has no
/// pointers, follows a $ref into components only, drops some values of the wrong type without a word and puts a marker in place
/// of a null in an enum.
/// </remarks>
internal sealed class OpenApiModel
{
    /// <summary>Stands for the address that a relative server URL of 2.0 is completed with.</summary>
    private static readonly Uri Nowhere = new($"https://{Specs.ServerUrl.Unknown}");

    /// <summary>Stands in its messages between a word that OpenAPI does not know and the pointer to where it was found.</summary>
    private const string UnknownWord = " is not a valid property at ";

    private IReadOnlyList<OpenApiError> errors = [];

    /// <summary>Whether it made anything of the spec; else every other member is empty.</summary>
    public bool IsRead { get; private set; }

    public string Title { get; private set; } = "";

    public string Version { get; private set; } = "";

    /// <summary>The URLs of the servers, their variables replaced by their defaults.</summary>
    public IReadOnlyList<string> ServerUrls { get; private set; } = [];

    /// <summary>The names of the security schemes.</summary>
    public IReadOnlyList<string> SecuritySchemes { get; private set; } = [];

    public static OpenApiModel Read(JsonObject root)
    {
        var settings = new OpenApiReaderSettings { LoadExternalRefs = false, RuleSet = new ValidationRuleSet() };
        try
        {
            var result = new OpenApiJsonReader().Read(root, Nowhere, settings);
            var document = result.Document;
            return new OpenApiModel
            {
                errors = [.. result.Diagnostic?.Errors ?? []],
                IsRead = document is not null,
                Title = document?.Info?.Title ?? "",
                Version = document?.Info?.Version ?? "",
                ServerUrls = [.. document?.Servers?.Select(server => server is null ? "" : UrlOf(server)) ?? []],
                SecuritySchemes = [.. document?.Components?.SecuritySchemes?.Where(named => named.Value is not null).Select(named => named.Key) ?? []],
            };
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Malformed specs make it throw exceptions of many types, without a pointer.
            return new OpenApiModel { errors = [new OpenApiError("", e.Message)] };
        }
    }

    /// <summary>Adds its errors to the findings, those left out that say again what was found already.</summary>
    public void ReportTo(Spec spec)
    {
        foreach (var error in errors)
        {
            var mark = error.Message.LastIndexOf(UnknownWord, StringComparison.Ordinal);
            if (mark >= 0) ReportUnknown(spec, error.Message[..mark], Innermost(spec, error.Message[(mark + UnknownWord.Length)..]));
            else if (Innermost(spec, error.Pointer) is var at && !IsKnown(spec, at))
                spec.Report(at, error.Message.TrimEnd('.'), "write it as the OpenAPI specification says");
        }
    }

    private static void ReportUnknown(Spec spec, string word, SpecNode holder)
    {
        var at = holder.Has(word) ? holder[word] : holder;
        if (!spec.Findings.Any(finding => finding.Pointer == at.Pointer))
            spec.Report(at, $"OpenAPI has no '{word}' here", "leave it out, or begin it with x-");
    }

    private bool IsKnown(Spec spec, SpecNode at) => spec.Findings.Any(finding =>
        (JsonPointer.IsWithin(finding.Pointer, at.Pointer) && (at.Pointer.Length > 0 || !IsRead))
        || (JsonPointer.IsWithin(at.Pointer, finding.Pointer) && finding.Pointer.Length > 0));

    /// <summary>The innermost place that there is on the way of its pointer, which does not count the items of lists.</summary>
    private static SpecNode Innermost(Spec spec, string? pointer)
    {
        pointer = pointer?.TrimStart('#').TrimEnd('/');
        if (pointer is not ['/', ..]) pointer = "";
        while (spec.At(pointer).IsMissing) pointer = JsonPointer.Parent(pointer);
        return spec.At(pointer);
    }

    private static string UrlOf(OpenApiServer server)
    {
        var url = server.Url ?? "";
        foreach (var (name, variable) in server.Variables ?? new Dictionary<string, OpenApiServerVariable>())
            if (variable?.Default is { } value) url = url.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        return url;
    }
}
