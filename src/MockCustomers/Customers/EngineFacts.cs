namespace MockCustomers.Customers;

/// <summary>The facts that follow from a customer's number alone.</summary>
internal static class EngineFacts
{

    /// <summary>createdAt, updatedAt, serial (the number counted from 1), kind and state, for one population.</summary>
    public static IEnumerable<Fact> Make()
    {
        return
        [
            new Simple("createdAt", (draw, _) => FactValue.Instant(draw.Created)),
            new Simple("updatedAt", (draw, stream) =>
                FactValue.Instant(draw.Updated ?? draw.Population.Timeline.Updated(draw.Created, stream))),
            new Simple("serial", (draw, _) => FactValue.Of(draw.Number + 1)),
            new Simple("kind", (draw, _) => FactValue.Of(draw.Kind.Name)),
            new Simple("state", (draw, _) => FactValue.Of(draw.State.Name)),
        ];
    }

    private sealed class Simple(string name, Func<Draw, ulong, FactValue> make) : Fact(name)
    {
        public override FactValue Make(Draw draw, ulong stream) => make(draw, stream);
    }
}
