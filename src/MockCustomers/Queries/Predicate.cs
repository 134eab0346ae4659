using System.Text.Json.Nodes;

namespace MockCustomers.Queries;

/// <summary>What customers a client asks for.</summary>
internal abstract record Predicate
{
    /// <summary>Whether a customer is asked for.</summary>
    public abstract bool Holds(JsonObject customer);

    /// <summary>Whether it holds for customers of whom only some fields are known; null when those do not decide.</summary>
    /// <param name="known">A field's value as text; null for a field that is not known.</param>
    public abstract bool? Decide(Func<string, string?> known);

    /// <summary>Everybody.</summary>
    public static Predicate Everybody { get; } = new All([]);

    /// <summary>All of several: an empty one holds for everybody.</summary>
    public sealed record All(IReadOnlyList<Predicate> Parts) : Predicate
    {
        public override bool Holds(JsonObject customer) => Parts.All(p => p.Holds(customer));

        public override bool? Decide(Func<string, string?> known)
        {
            var decided = Parts.Select(p => p.Decide(known)).ToList();
            return decided.Contains(false) ? false : decided.Contains(null) ? null : true;
        }
    }

    /// <summary>One of several at least.</summary>
    public sealed record Any(IReadOnlyList<Predicate> Parts) : Predicate
    {
        public override bool Holds(JsonObject customer) => Parts.Any(p => p.Holds(customer));

        public override bool? Decide(Func<string, string?> known)
        {
            var decided = Parts.Select(p => p.Decide(known)).ToList();
            return decided.Contains(true) ? true : decided.Contains(null) ? null : false;
        }
    }

    /// <summary>Whoever another one does not hold for.</summary>
    public sealed record Not(Predicate Part) : Predicate
    {
        public override bool Holds(JsonObject customer) => !Part.Holds(customer);

        public override bool? Decide(Func<string, string?> known) => !Part.Decide(known);
    }
}
