using MockCustomers.Writes;

namespace MockCustomers.Actions;

/// <summary>How a request names the customer that it is about.</summary>
/// <param name="Keys">Query parameters that name the customer, with the field that has their value; empty for the path's or the body's id.</param>
/// <param name="IdIn">The body's property that holds the id; null for the path.</param>
/// <param name="States">The states in which a customer is found; empty for all.</param>
/// <param name="Unique">Fields that are unique, in some states or in all.</param>
internal sealed record TargetRules(
    IReadOnlyList<KeyValuePair<string, string>> Keys, string? IdIn, IReadOnlyList<string> States, IReadOnlyList<UniqueRule> Unique);
