using System.Text.Json.Nodes;

namespace MockCustomers.Manifests;

/// <summary>How a vendor words one fault.</summary>
/// <param name="Status">400 to 599.</param>
/// <param name="Message">What {message} stands for in the body; a template of its own.</param>
/// <param name="Code">What {code} stands for in the body; null where the vendor has no codes.</param>
/// <param name="Body">The template of the body; null for the template of all errors. A text is a plain-text body.</param>
/// <param name="ContentType">null for that of all errors.</param>
/// <param name="Headers">Sent with it.</param>
/// <param name="Violations">How {violations} is written; null for as in all errors.</param>
/// <param name="Variants">Other wordings where the first violation is of a field and rule ("limit.minimum") or of a rule ("minimum").</param>
internal sealed record FaultManifest(
    int Status,
    string? Message,
    string? Code,
    JsonNode? Body,
    string? ContentType,
    IReadOnlyList<KeyValuePair<string, string>> Headers,
    ViolationsManifest? Violations,
    IReadOnlyDictionary<string, FaultManifest> Variants,
    ManifestNode Node);
