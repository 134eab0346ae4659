using System.Globalization;
using MockCustomers.Queries;

namespace MockCustomers.Tests.Queries;

/// <summary>Questions about customers, each as a predicate and, for the list written out, as plain C#.</summary>
internal static class Questions
{
    private static readonly string[] States = ["active", "closed", "strange", "nonsense"];
    private static readonly string[] Kinds = ["individual", "company"];
    private static readonly string[] MarkKinds = ["gold", "blue", "red"];

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
        switch (random.Next(14))
        {
            case 0: return (new Condition("status", Operator.Equal, [state]), p => p.Status == state);
            case 1: return (new Condition("status", Operator.NotEqual, [state]), p => p.Status != state);
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
            case 9 or 10: return Mark(random);
            default: return Created(random, world);
        }
    }

    /// <summary>A question about what stands in a list.</summary>
    private static (Predicate Question, Func<WrittenOut.Person, bool> Asked) Mark(Random random)
    {
        var mark = MarkKinds[random.Next(MarkKinds.Length)];
        Condition About(Operator operation, params string[] values) => new("marks.kind", operation, values);
        return random.Next(8) switch
        {
            0 => (About(Operator.Equal, mark), p => p.MarkKinds.Contains(mark)),
            1 => (About(Operator.NotEqual, mark), p => !p.MarkKinds.Contains(mark)),
            2 => (About(Operator.In, mark, "x"), p => p.MarkKinds.Contains(mark)),
            3 => (About(Operator.NotIn, mark, "x"), p => !p.MarkKinds.Contains(mark)),
            4 => (About(Operator.Contains, mark[..2]), p => p.MarkKinds.Any(kind => kind?.Contains(mark[..2], StringComparison.Ordinal) == true)),
            5 => (About(Operator.Greater, mark), p => p.MarkKinds.Any(kind => kind is not null && string.CompareOrdinal(kind, mark) > 0)),
            6 => (About(Operator.Exists, "true"), p => p.MarkKinds.Length > 0),
            _ => (About(Operator.Exists, "false"), p => p.MarkKinds.Length == 0),
        };
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
