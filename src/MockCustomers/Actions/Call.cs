using System.Text.Json.Nodes;
using MockCustomers.Exchange;
using MockCustomers.Validation;

namespace MockCustomers.Actions;

/// <summary>A request for one operation, checked.</summary>
/// <param name="Id">The id in the path; null when the operation is on no one customer.</param>
/// <param name="Body">null when the operation takes none, or none was sent.</param>
public sealed record Call(Request Request, ParameterValues Parameters, string? Id, JsonObject? Body);
