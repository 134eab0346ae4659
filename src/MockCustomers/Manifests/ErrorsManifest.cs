using System.Text.Json.Nodes;
using MockCustomers.Exchange;

namespace MockCustomers.Manifests;

/// <summary>How a vendor words refusals.</summary>
/// <param name="ContentType">Of every error body that does not say otherwise.</param>
/// <param name="Body">The template of every error body that does not say otherwise; null when each fault has its own.</param>
/// <param name="Faults">At least one for every fault there is, after <see cref="FaultKinds.Fallback"/>.</param>
/// <param name="Statuses">Wordings of statuses that no fault has, for clients that ask for them (Prefer: code=403).</param>
/// <param name="General">The wording of every other status that is asked for; null for the body of all errors.</param>
internal sealed record ErrorsManifest(
    string ContentType,
    JsonNode? Body,
    FaultMap<FaultManifest> Faults,
    IReadOnlyDictionary<int, FaultManifest> Statuses,
    FaultManifest? General,
    ViolationsManifest Violations,
    ManifestNode Node);
