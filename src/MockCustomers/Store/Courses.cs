using MockCustomers.Lifecycles;

namespace MockCustomers.Store;

/// <summary>Gives documents their courses: what they have been through, and what becomes of them by themselves.</summary>
internal static class Courses
{
    /// <summary>How many states of the past a document remembers; the first one, and the latest.</summary>
    public const int MostPast = 100;

    /// <summary>What becomes of a customer that has just come into its state.</summary>
    public static IReadOnlyList<Step> Begun(Renderer renderer, CustomerDocument document, long now)
    {
        var lifecycle = renderer.Lifecycle;
        var strata = renderer.Population.Strata;
        if (!lifecycle.IsMoving || strata.Find(document.Stratum) is not { } stratum) return [];
        return lifecycle.Lead(stratum, strata, now, Chosen(lifecycle, document) ?? lifecycle.Created);
    }

    /// <summary>A customer that somebody has changed: in the same state it goes on as it would have, in another one it has a new course.</summary>
    /// <param name="document">After the change.</param>
    public static CustomerDocument Changed(View before, CustomerHandle old, CustomerDocument document, long now)
    {
        var known = Of(before, old);
        if (document.Stratum.State == before.StratumOf(old).State.Name)
            return document with { Since = known.Since, Past = known.Past, Course = NotBefore(known.Course, now) };
        return document with { Since = now, Course = Begun(before.Renderer, document, now), Past = With(known.Past, new Step(now, document.Stratum.State)) };
    }

    /// <summary>A document that has come one step further on its course.</summary>
    /// <param name="document">In the state of the first step.</param>
    public static CustomerDocument Gone(CustomerDocument old, CustomerDocument document) =>
        document with { Since = old.Course[0].At, Past = With(old.Past, old.Course[0]), Course = [.. old.Course.Skip(1)] };

    /// <summary>What a customer has been through and what becomes of it, as it is in a view.</summary>
    public static (IReadOnlyList<Step> Past, IReadOnlyList<Step> Course, long Since) Of(View view, CustomerHandle customer)
    {
        if (customer.Document is { } document) return (document.Past.Count > 0 ? document.Past : [new Step(document.Created, document.Stratum.State)], document.Course, document.Since);
        var (renderer, population) = (view.Renderer, view.Population);
        var number = customer.Number.Value;
        var course = renderer.Strata.CourseOf(number);
        var made = course.Count(step => step.At <= view.Now);
        var past = renderer.Lifecycle.Past(population.Strata.Of(number), population.Strata, view.CreatedOf(customer), renderer.UpdatedOf(number));
        return ([.. past, .. course.Take(made)], [.. course.Skip(made)], made == 0 ? past[^1].At : course[made - 1].At);
    }

    private static Destination? Chosen(Lifecycle lifecycle, CustomerDocument document)
    {
        if (lifecycle.Sentinels is not { } sentinels) return null;
        foreach (var key in document.Keys)
            if (key.Field == sentinels.Field && sentinels.Of(key.Value) is { } chosen) return chosen;
        return null;
    }

    /// <summary>A course none of whose steps comes before a write: each write is a second later than the one before, and so may be ahead of the clock.</summary>
    private static IReadOnlyList<Step> NotBefore(IReadOnlyList<Step> course, long now)
    {
        if (course.Count == 0 || course[0].At > now) return course;
        return [.. course.Select((step, i) => step with { At = Math.Max(step.At, now + i + 1) })];
    }

    private static IReadOnlyList<Step> With(IReadOnlyList<Step> past, Step step) =>
        past.Count < MostPast ? [.. past, step] : [past[0], .. past.Skip(2), step];
}
