using MockCustomers.Customers;
using MockCustomers.Store;

namespace MockCustomers.Vendors;

/// <summary>What came of moving a customer by hand.</summary>
/// <param name="From">The state in which the customer was.</param>
/// <param name="Legal">The states to which it could go from there.</param>
/// <param name="At">When it moved, as Unix microseconds; null when it did not, as the move is illegal.</param>
internal sealed record HandMove(string From, IReadOnlyCollection<string> Legal, long? At)
{
    /// <summary>Moves a customer, where its lifecycle allows it.</summary>
    /// <returns>null when nobody has the id.</returns>
    public static HandMove? Make(Change change, Vendor vendor, string id, string to)
    {
        var view = change.View;
        if (view.Find(id) is not { } customer) return null;
        var from = view.StratumOf(customer);
        var legal = view.Renderer.Lifecycle.LegalFrom(from, view.Strata);
        if (to == from.State.Name || !legal.Contains(to) || view.Strata.Find(new StratumName(from.Kind.Name, to)) is not { } stratum)
            return new HandMove(from.State.Name, legal, null);
        var at = change.Now;
        change.Replace(customer, vendor.Mover.Move(change, customer, stratum));
        return new HandMove(from.State.Name, legal, at);
    }
}
