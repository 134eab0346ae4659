using System.Text.Json.Nodes;

namespace MockCustomers.Manifests;

/// <summary>How breaches of the contract are worded.</summary>
/// <param name="Style">How {violations} is written.</param>
/// <param name="Texts">The text for a field's broken keyword ("limit.minimum"), for a keyword ("minimum"), or "default"; an empty one is left out.</param>
/// <param name="Labels">What {label} says of a field; a field without one is its name with spaces for underscores.</param>
/// <param name="Codes">What {code} says of a keyword; "default" for the others.</param>
/// <param name="Item">For the style objects: the template of each.</param>
internal sealed record ViolationsManifest(
    string Style,
    IReadOnlyDictionary<string, string> Texts,
    IReadOnlyDictionary<string, string> Labels,
    IReadOnlyDictionary<string, string> Codes,
    JsonNode? Item,
    ManifestNode Node);
