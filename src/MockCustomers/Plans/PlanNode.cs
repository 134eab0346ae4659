using MockCustomers.Customers;
using MockCustomers.Exchange;

namespace MockCustomers.Plans;

/// <summary>How one value of a customer is written: compiled once, from a manifest's source and the spec's schema.</summary>
/// <param name="origin">Where it comes from, for those who ask why.</param>
internal abstract class PlanNode(PlanOrigin origin)
{
    public PlanOrigin Origin => origin;

    /// <summary>Writes the value for the customer at hand.</summary>
    public abstract void Write(CustomerContext context, JsonBuffer json);

    /// <summary>Whether the value is left out, key and all, for the customer at hand.</summary>
    public virtual bool IsAbsent(CustomerContext context) => false;

    /// <summary>Whether the value is there only because the reader at hand asked for it.</summary>
    public virtual bool IsExpandedFor(CustomerContext context) => false;

    /// <summary>The only number below a size whose customer can have this value; -1 when none can, or when the value tells no number.</summary>
    public virtual long Candidate(string value, long size) => -1;

    /// <summary>The node that writes the customer at hand: itself, or the one it chose.</summary>
    public virtual PlanNode Chosen(CustomerContext context) => this;
}
