using MockCustomers.Exchange;
using MockCustomers.Store;

namespace MockCustomers.Actions;

/// <summary>Refuses moves that a customer's state does not allow, telling which it does.</summary>
internal static class IllegalMoves
{
    /// <summary>The refusal of a move; null when the move is legal.</summary>
    /// <param name="kind">The vendor's fault for it.</param>
    public static Fault? Of(View view, CustomerHandle customer, string to, FaultKind kind) =>
        view.Renderer.Lifecycle.Allows(view.StratumOf(customer).State.Name, to) ? null : Of(view, customer, kind);

    /// <summary>The refusal of a move that is not legal.</summary>
    public static Fault Of(View view, CustomerHandle customer, FaultKind kind)
    {
        var stratum = view.StratumOf(customer);
        var legal = view.Renderer.Lifecycle.LegalFrom(stratum, view.Strata);
        return new Fault(kind)
        {
            Id = view.IdOf(customer),
            Detail = $"the customer is in the state {stratum.State.Name}; legal from here: {(legal.Count == 0 ? "nothing" : string.Join(", ", legal))}",
        };
    }
}
