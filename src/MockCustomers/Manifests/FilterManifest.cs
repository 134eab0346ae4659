namespace MockCustomers.Manifests;

/// <summary>What a list can be asked for. Names are those of query parameters or, for a search, of the body's properties.</summary>
/// <param name="Equal">Name and field: the field has that value.</param>
/// <param name="Any">Name and field: the field has one of those values, separated by commas or in a list.</param>
/// <param name="Each">Name and field: the field is an object that has each of those properties.</param>
/// <param name="Expression">Name of an expression; null for none.</param>
/// <param name="Grammar">The grammar of the expression.</param>
/// <param name="Groups">Names of further expressions in the grammar, of whose terms all, any or none have to hold: name and "all", "any" or "none".</param>
/// <param name="Sort">Name of the sort: fields separated by spaces or commas, a minus for descending; or a list of {field, direction}; null for none.</param>
/// <param name="Order">Name of the direction of a sort by one field: asc or desc; null for none.</param>
/// <param name="Select">Name of the fields that are wanted; null for none.</param>
/// <param name="Count">Name of the flag that asks for the total; null for none.</param>
/// <param name="AllowsUnknown">Whether an expression and a sort may name fields that customers do not have: no customer has a value in them; else they are refused.</param>
internal sealed record FilterManifest(
    IReadOnlyList<KeyValuePair<string, string>> Equal,
    IReadOnlyList<KeyValuePair<string, string>> Any,
    IReadOnlyList<KeyValuePair<string, string>> Each,
    string? Expression,
    string? Grammar,
    IReadOnlyList<KeyValuePair<string, string>> Groups,
    string? Sort,
    string? Order,
    string? Select,
    string? Count,
    bool AllowsUnknown,
    ManifestNode Node);
