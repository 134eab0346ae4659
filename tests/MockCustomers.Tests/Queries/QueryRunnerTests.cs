using MockCustomers.Paging;
using MockCustomers.Queries;
using MockCustomers.Store;

namespace MockCustomers.Tests.Queries;

public sealed class QueryRunnerTests
{
    private static readonly SortKey[] NewestFirst = [];
    private static readonly PageWindow First = new(0, 10, 0);

    [Fact]
    public void What_kind_state_and_time_decide_is_counted_at_any_size()
    {
        using var world = new WrittenOut(3_000);
        var time = world.Everybody[2_000].CreatedAt;
        foreach (var size in new[] { 3_000L, 200_000, 1_000_000_000 })
        {
            using var renderer = WrittenOut.Made(size);
            var many = renderer.Beginning;
            var newer = Run(many, And(Is("status", "active"), At(Operator.Greater, time))).ShouldNotBeNull();
            newer.Total.ShouldBe(world.Everybody.Count(p => p.Stratum.State.Name == "active" && p.Created / 1000 > world.Everybody[2_000].Milliseconds));
            Run(many, At(Operator.Equal, time)).ShouldNotBeNull().Total.ShouldBe(world.Everybody.Count(p => p.Milliseconds == world.Everybody[2_000].Milliseconds));
            var (after, until) = (Run(many, At(Operator.GreaterOrEqual, time))!.Total, Run(many, At(Operator.Less, time))!.Total);
            (after + until).ShouldBe(size);
            Run(many, new Condition("type", Operator.Exists, ["true"]))!.Total.ShouldBe(size);
            Run(many, Is("email", "c2999@example.com"))!.Total.ShouldBe(1);
            Run(many, Is("id", many.IdOf(many.Everybody[size - 1])))!.Total.ShouldBe(1);
            Run(many, And(Is("id", many.IdOf(many.Everybody[size - 1])), Is("email", "c0@example.com")))!.Total.ShouldBe(0);
        }
    }

    [Theory]
    [InlineData(100_000, true)]
    [InlineData(100_001, false)]
    public void What_takes_a_look_at_each_is_answered_up_to_a_hundred_thousand(long size, bool answered)
    {
        using var renderer = WrittenOut.Made(size);
        var many = renderer.Beginning;
        var found = Run(many, new Condition("email", Operator.Contains, ["c9999"]));
        (found is not null).ShouldBe(answered);
        found?.Total.ShouldBe(11);
    }

    [Fact]
    public void What_else_is_asked_for_narrows_what_is_looked_at()
    {
        using var renderer = WrittenOut.Made(1_000_000_000);
        var many = renderer.Beginning;
        var odd = new Condition("email", Operator.Contains, ["c9@"]);
        Run(many, odd).ShouldBeNull();
        Run(many, And(odd, At(Operator.Greater, "2025-10-01"))).ShouldNotBeNull().Total.ShouldBe(1);
        Run(many, Is("email", "c9@example.com"), [new SortKey("email", true)]).ShouldNotBeNull().Total.ShouldBe(1);
        Run(many, Predicate.Everybody, [new SortKey("email", true)]).ShouldBeNull();
    }

    [Theory]
    [InlineData("9223372036854775807")]
    [InlineData("-9223372036854775808")]
    [InlineData("99999999999999999999999")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("0001-01-01")]
    public void No_time_is_too_far(string time)
    {
        using var renderer = WrittenOut.Made(3_000);
        var many = renderer.Beginning;
        foreach (var resolution in new[] { 1L, 1_000, 1_000_000 })
        {
            var runner = new QueryRunner(many, WrittenOut.Fields with { Resolution = resolution });
            long Count(Operator operation) => runner.Run(new CustomerQuery(At(operation, time), NewestFirst, First))!.Total;
            if (!time.StartsWith("99999999", StringComparison.Ordinal)) (Count(Operator.Greater) + Count(Operator.LessOrEqual)).ShouldBe(3_000);
            if (time.StartsWith('-') || time.StartsWith("0001", StringComparison.Ordinal)) Count(Operator.Less).ShouldBe(0);
        }
    }

    [Fact]
    public void Sorting_by_another_field_goes_both_ways_and_pages_fit_together()
    {
        using var world = new WrittenOut(1_050);
        foreach (var descending in new[] { false, true })
        {
            var sorted = world.Everybody.OrderBy(p => p.Email, StringComparer.Ordinal).Select(p => p.Id).ToList();
            if (descending) sorted.Reverse();
            var walked = new List<string>();
            for (var offset = 0; offset < 1_050; offset += 100)
                walked.AddRange(world.Runner.Run(new CustomerQuery(Predicate.Everybody, [new SortKey("email", descending)], new PageWindow(offset, 100, 0)))!.Page.Select(world.Store.IdOf));
            walked.ShouldBe(sorted);
        }
    }

    private static QueryResult? Run(View store, Predicate where, params IReadOnlyList<SortKey> sort) =>
        new QueryRunner(store, WrittenOut.Fields).Run(new CustomerQuery(where, sort, First));

    private static Predicate.All And(params Predicate[] parts) => new(parts);

    private static Condition Is(string field, string value) => new(field, Operator.Equal, [value]);

    private static Condition At(Operator operation, string time) => new("created_at", operation, [time]);
}
