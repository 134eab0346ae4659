namespace MockCustomers.Customers;

/// <summary>The facts that follow from a customer's number alone.</summary>
internal static class EngineFacts
{
    /// <summary>createdAt, updatedAt, serial (the number counted from 1), kind and state, for one population.</summary>
    /// <param name="hasMoved">Whether the customers of a stratum have come into their state by a move, and so were updated; null when none have.</param>
    public static IEnumerable<Fact> Make(Func<Stratum, bool>? hasMoved = null)
    {
        return
        [
            new Simple("createdAt", (context, _) => FactValue.Instant(context.Created)),
            new Simple("updatedAt", (context, stream) =>
                FactValue.Instant(context.Updated ?? context.Population.Timeline.Updated(context.Created, stream, hasMoved?.Invoke(context.Stratum) == true))),
            new Simple("serial", (context, _) => FactValue.Of(context.Number + 1)),
            new Simple("kind", (context, _) => FactValue.Of(context.Kind.Name)),
            new Simple("state", (context, _) => FactValue.Of(context.State.Name)),
        ];
    }

    private sealed class Simple(string name, Func<CustomerContext, ulong, FactValue> make) : Fact(name)
    {
        public override FactValue Make(CustomerContext context, ulong stream) => make(context, stream);
    }
}
