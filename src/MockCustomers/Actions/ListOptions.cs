namespace MockCustomers.Actions;

/// <summary>How a list is asked and told.</summary>
/// <param name="FromBody">Whether the body, not the query, says what is asked for.</param>
/// <param name="Select">Name of the fields that are wanted; null for none.</param>
/// <param name="Count">Name of the flag that asks for the total; null for none.</param>
/// <param name="Version">The API version whose clients it answers; null for those of none.</param>
/// <param name="Expand">Name of the fields that are shown only when asked for; null for none.</param>
/// <param name="After">Name of the cursor that a page follows.</param>
/// <param name="Headers">Names of the headers that are parameters of the operation.</param>
internal sealed record ListOptions(bool FromBody, string? Select, string? Count, string? Expand, string? Version, string After, IReadOnlyList<string> Headers);
