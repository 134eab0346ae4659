using System.Text.Json.Nodes;
using MockCustomers.Exchange;

namespace MockCustomers.Manifests;

/// <summary>What an operation does.</summary>
/// <param name="Operation">The operation's id.</param>
/// <param name="Action">The action's name.</param>
/// <param name="Id">For actions on one customer: the path parameter that names it; null for the only one there is.</param>
/// <param name="Paging">For lists; null when the action is not a list.</param>
/// <param name="Body">The template of the success body; null for the action's own.</param>
/// <param name="Headers">Sent with a success: name and template; a header whose template comes to nothing is left out.</param>
/// <param name="States">For lists: the states that are shown; empty for all.</param>
/// <param name="Filter">For lists: what they can be asked for; null for nothing.</param>
/// <param name="Write">For actions that write.</param>
/// <param name="Faults">The operation's own wordings of faults.</param>
/// <param name="Versions">What the operation does for clients of other API versions, which their keys tell.</param>
/// <param name="Expand">Fields that are left out unless a query parameter names them.</param>
internal sealed record MappingManifest(
    string Operation,
    string Action,
    string? Id,
    PagingManifest? Paging,
    JsonNode? Body,
    IReadOnlyList<KeyValuePair<string, string>> Headers,
    IReadOnlyList<string> States,
    ExpandManifest? Expand,
    FilterManifest? Filter,
    WriteManifest Write,
    FaultMap<FaultManifest> Faults,
    IReadOnlyDictionary<string, MappingManifest> Versions,
    ManifestNode Node);
