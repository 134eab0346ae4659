using FsCheck;
using FsCheck.Fluent;
using MockCustomers.Paging;
using MockCustomers.Queries;
using MockCustomers.Tests.Store;

namespace MockCustomers.Tests.Queries;

/// <summary>What pages promise, against a plain list of everybody: whatever is written, whatever is asked for.</summary>
public sealed class PageLawTests
{
    /// <summary>Of a long list the pages are larger: small ones are for the small worlds.</summary>
    private const int MostPages = 60;

    private static readonly int[] Sizes = [0, 1, 2, 49, 50, 51, 52, 53, 1000, 1049, 1050, 1051, 3000];

    [Fact]
    public void Pages_one_after_the_other_are_those_who_are_asked_for_once_each_and_in_order() => Check(100, (world, random) =>
    {
        var (question, asked) = Question(random, world);
        var oldestFirst = random.Next(2) == 0;
        var expected = Expected(world, asked, oldestFirst);
        var size = random.Next(4) == 0 ? 1 + random.Next(3) : 1 + random.Next(400);
        if (expected.Count / size > MostPages) size = 1 + expected.Count / MostPages;
        var walked = new List<string>();
        for (var offset = 0L; ; offset += size)
        {
            var result = Run(world, question, oldestFirst, new PageWindow(offset, size, 0));
            result.Total.ShouldBe(expected.Count);
            result.Offset.ShouldBe(offset);
            result.Page.Count.ShouldBe((int)Math.Clamp(expected.Count - offset, 0, size));
            walked.AddRange(result.Page.Select(world.Store.IdOf));
            if (result.Page.Count < size) break;
        }

        walked.ShouldBe(expected);
    });

    [Fact]
    public void Cursors_lead_through_those_who_are_asked_for_both_ways() => Check(100, (world, random) =>
    {
        var (question, asked) = Question(random, world);
        var oldestFirst = random.Next(2) == 0;
        var expected = Expected(world, asked, oldestFirst);
        var size = 1 + random.Next(5) + expected.Count / MostPages;
        var forward = new List<string>();
        string? cursor = null;
        while (true)
        {
            var page = Run(world, question, oldestFirst, new PageWindow(0, size, 0, After: cursor)).Page.Select(world.Store.IdOf).ToList();
            forward.AddRange(page);
            if (page.Count < size) break;
            cursor = page[^1];
        }

        forward.ShouldBe(expected);
        if (expected.Count == 0) return;
        var backward = new List<string> { expected[^1] };
        while (true)
        {
            var page = Run(world, question, oldestFirst, new PageWindow(0, size, 0, Before: backward[0])).Page.Select(world.Store.IdOf).ToList();
            backward.InsertRange(0, page);
            if (page.Count < size) break;
        }

        backward.ShouldBe(expected);
    });

    [Fact]
    public void A_cursor_may_be_a_customer_outside_the_list() => Check(200, (world, random) =>
    {
        var (question, asked) = Question(random, world);
        var oldestFirst = random.Next(2) == 0;
        var all = Expected(world, _ => true, oldestFirst);
        var listed = Expected(world, asked, oldestFirst).ToHashSet();
        if (all.Count == 0) return;
        var place = random.Next(all.Count);
        var size = 1 + random.Next(60);
        var after = Run(world, question, oldestFirst, new PageWindow(0, size, 0, After: all[place]));
        after.Page.Select(world.Store.IdOf).ShouldBe(all.Skip(place + 1).Where(listed.Contains).Take(size));
        after.Total.ShouldBe(listed.Count);
        after.Offset.ShouldBe(all.Take(place + 1).Count(listed.Contains));
        var before = Run(world, question, oldestFirst, new PageWindow(0, size, 0, Before: all[place]));
        before.Page.Select(world.Store.IdOf).ShouldBe(all.Take(place).Where(listed.Contains).TakeLast(size));
        before.Total.ShouldBe(listed.Count);
        foreach (var nobody in new[] { "", "nobody", Guid.Empty.ToString() })
            Run(world, question, oldestFirst, new PageWindow(0, size, 0, After: nobody)).Page.ShouldBeEmpty();
    });

    [Fact]
    public void A_list_stays_as_it_was_whatever_is_written_later() => Check(60, (world, random) =>
    {
        var list = world.Store.List(s => s.Index != 1);
        var before = list.Stretch(0, (int)list.Count).Select(world.Store.IdOf).ToList();
        Write(world, random, 100);
        list.Count.ShouldBe(before.Count);
        list.Stretch(0, before.Count).Select(world.Store.IdOf).ShouldBe(before);
        for (var i = 0; i < 20 && before.Count > 0; i++)
        {
            var place = random.Next(before.Count);
            world.Store.IdOf(list[place]).ShouldBe(before[place]);
        }
    });

    [Fact]
    public void A_list_places_customers_also_as_they_are_before_and_after_it() => Check(60, (world, random) =>
    {
        var list = world.Store.List(s => s.Index != 1);
        var early = list.Stretch(0, (int)list.Count).ToList();
        Write(world, random, 100);
        var late = world.Store.List(s => s.Index != 1);
        for (var place = 0; place < early.Count; place++)
        {
            list.PlaceOf(early[place]).ShouldBe(place);
            if (world.Store.Find(world.Store.IdOf(early[place])) is not { } now) continue;
            list.PlaceOf(now).ShouldBe(place, "as it became");
            list.Contains(now).ShouldBeTrue();
            late.PlaceOf(early[place]).ShouldBe(late.PlaceOf(now), "as it was");
            late.Contains(early[place]).ShouldBe(late.Contains(now));
        }
    });

    [Fact]
    public void Everybody_is_found_by_id_and_by_e_mail_as_they_are_now() => Check(60, (world, random) =>
    {
        foreach (var person in world.Everybody)
        {
            world.Store.IdOf(world.Store.Find(person.Id).ShouldNotBeNull()).ShouldBe(person.Id);
            var found = world.Store.FindBy("email", person.Email).ShouldHaveSingleItem();
            world.Store.IdOf(found).ShouldBe(person.Id);
            world.Store.StratumOf(found).ShouldBe(person.Stratum);
        }

        world.Store.Count.ShouldBe(world.Everybody.Count);
        world.Store.FindBy("email", "nobody@example.com").ShouldBeEmpty();
    });

    private static QueryResult Run(WrittenOut world, Predicate question, bool oldestFirst, PageWindow window) =>
        world.Runner.Run(new CustomerQuery(question, oldestFirst ? [new SortKey("created_at", false)] : [], window)).ShouldNotBeNull();

    private static List<string> Expected(WrittenOut world, Func<WrittenOut.Person, bool> asked, bool oldestFirst)
    {
        var ids = world.Everybody.Where(asked).Select(p => p.Id);
        return [.. oldestFirst ? ids.Reverse() : ids];
    }

    private static (Predicate Question, Func<WrittenOut.Person, bool> Asked) Question(Random random, WrittenOut world) => Questions.Any(random, world);

    private static void Write(WrittenOut world, Random random, int most)
    {
        for (var left = random.Next(most + 1); left > 0; left--)
        {
            var place = random.Next(random.Next(2) == 0 ? 5 : 4000);
            switch (random.Next(9))
            {
                case < 3: world.Create(random.Next(ManyCustomers.Strata.Length)); break;
                case < 5: world.Update(place, random.Next(ManyCustomers.Strata.Length)); break;
                case 5: world.Update(place, null); break;
                case 6 when left % 4 == 0: world.Estrange(place); break;
                default: world.Delete(place); break;
            }

            // Lists are kept from when they were first asked for, or made anew: both must agree.
            if (random.Next(10) == 0) world.Store.List(s => s.Index == left % 3);
        }
    }

    /// <summary>Tries a law on many worlds; the number that breaks it is told.</summary>
    private static void Check(int times, Action<WrittenOut, Random> law) =>
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(times).WithStartSize(0), Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var examples = Enumerable.Range(0, random.Next(6)).Select(_ => (After: -(long)(random.NextDouble() * 4e14), Stratum: random.Next(3))).ToList();
            if (examples.Count == 5) examples[0] = (5_000_000, 1);
            using var world = new WrittenOut(Sizes[random.Next(Sizes.Length)], examples);
            Write(world, random, 80);
            law(world, random);
        }));
}
