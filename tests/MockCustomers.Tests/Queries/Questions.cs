using System.Globalization;
using MockCustomers.Queries;

namespace MockCustomers.Tests.Queries;

/// <summary>Questions about customers, each as a predicate and, for the list written out, as plain C#.</summary>
internal static class Questions
{
    private static readonly string[] States = ["active", "closed", "nonsense"];
    private static readonly string[] Kinds = ["individual", "company"];

    /// <summary>One to three questions at once, often one that only looking at each customer can answer.</summary>
    public static (Predicate Question, Func<WrittenOut.Person, bool> Asked) Any(Random random, WrittenOut world)
    {
        var parts = Enumerable.Range(0, random.Next(4)).Select(_ => One(random, world)).ToList();
        Predicate whole = parts.Count == 1 && random.Next(2) == 0 ? parts[0].Question : new Predicate.All([.. parts.Select(p => p.Question)]);
        return (whole, person => parts.TrueForAll(p => p.Asked(person)));
    }

    private static (Predicate Question, Func<WrittenOut.Person, bool> Asked) One(Random random, WrittenOut world)
    {
        var state = States[random.Next(States.Length)];
        var kind = Kinds[random.Next(Kinds.Length)];
        switch (random.Next(12))
        {
            case 0: return (new Condition("status", Operator.Equal, [state]), p => p.Stratum.State.Name == state);
            case 1: return (new Condition("status", Operator.NotEqual, [state]), p => p.Stratum.State.Name != state);
            case 2: return (new Condition("type", Operator.In, [kind, "x"]), p => p.Stratum.Kind.Name == kind);
            case 3: return (new Condition("status", Operator.Exists, ["true"]), _ => true);
            case 4: return (new Condition("type", Operator.Exists, ["false"]), _ => false);
            case 5: return (new Predicate.Not(new Condition("type", Operator.Equal, [kind])), p => p.Stratum.Kind.Name != kind);
            case 6:
                var (one, other) = (One(random, world), One(random, world));
                return (new Predicate.Any([one.Question, other.Question]), p => one.Asked(p) || other.Asked(p));
            case 7:
                var digit = random.Next(10).ToString(CultureInfo.InvariantCulture);
                return (new Condition("email", Operator.Contains, [digit]), p => p.Email.Contains(digit, StringComparison.Ordinal));
            case 8 when world.Everybody.Count > 0:
                var (id, email) = (Somebody(random, world).Id, Somebody(random, world).Email);
                return random.Next(3) switch
                {
                    0 => (new Condition("id", Operator.Equal, [id]), p => p.Id == id),
                    1 => (new Condition("id", Operator.In, [id, "nobody", id]), p => p.Id == id),
                    _ => (new Condition("email", Operator.Equal, [email]), p => p.Email == email),
                };
            default: return Created(random, world);
        }
    }

    private static (Predicate Question, Func<WrittenOut.Person, bool> Asked) Created(Random random, WrittenOut world)
    {
        var operation = (Operator)random.Next((int)Operator.LessOrEqual + 1);
        var person = world.Everybody.Count == 0 ? new WrittenOut.Person("", null!, 1_700_000_000_123_456, "") : Somebody(random, world);
        var time = person.CreatedAt;
        var asked = person.Milliseconds * 1000;
        if (random.Next(3) == 0)
        {
            // Between what two customers can show.
            time = time.Replace("Z", "5Z", StringComparison.Ordinal);
            asked += 500;
        }

        return (new Condition("created_at", operation, [time]), p => operation switch
        {
            Operator.Equal => p.Milliseconds * 1000 == asked,
            Operator.NotEqual => p.Milliseconds * 1000 != asked,
            Operator.Greater => p.Milliseconds * 1000 > asked,
            Operator.GreaterOrEqual => p.Milliseconds * 1000 >= asked,
            Operator.Less => p.Milliseconds * 1000 < asked,
            _ => p.Milliseconds * 1000 <= asked,
        });
    }

    private static WrittenOut.Person Somebody(Random random, WrittenOut world) => world.Everybody[random.Next(world.Everybody.Count)];
}
