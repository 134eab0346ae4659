using System.Text.Json.Nodes;
using MockCustomers.Exchange;
using MockCustomers.Sessions;
using MockCustomers.Store;
using MockCustomers.Validation;

namespace MockCustomers.Actions;

/// <summary>A request for one operation, checked.</summary>
/// <param name="View">The customers at the moment at which the request came.</param>
/// <param name="Session">Where it may write.</param>
/// <param name="Id">The id in the path; null when the operation is on no one customer.</param>
/// <param name="Body">null when the operation takes none, or none was sent.</param>
internal readonly record struct Call(Request Request, View View, VendorSession Session, ParameterValues Parameters, string? Id, JsonObject? Body)
{
    /// <summary>The API key that came with it, without its scheme; null when none did.</summary>
    public string? Key { get; init; }
}
