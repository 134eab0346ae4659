using MockCustomers.Exchange;
using MockCustomers.Validation;

namespace MockCustomers.Vendors;

/// <summary>What the router found.</summary>
/// <param name="Operation">null when there is none.</param>
/// <param name="Fault">Why there is none.</param>
/// <param name="Redirect">The path to which the client is sent instead.</param>
internal readonly record struct RouteMatch(ServedOperation? Operation, RouteValues Values, Fault? Fault, string? Redirect);
