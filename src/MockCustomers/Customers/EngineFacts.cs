namespace MockCustomers.Customers;

/// <summary>The facts that follow from a customer's number alone.</summary>
internal static class EngineFacts
{

    /// <summary>createdAt, updatedAt, serial (the number counted from 1), kind and state, for one population.</summary>
    public static IEnumerable<Fact> Make()
    {
        return
        [
            new Simple("createdAt", (context, _) => FactValue.Instant(context.Created)),
            new Simple("updatedAt", (context, stream) =>
                FactValue.Instant(context.Updated ?? context.Population.Timeline.Updated(context.Created, stream))),
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
