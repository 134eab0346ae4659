using System.Text;
using System.Text.Json.Nodes;
using MockCustomers.Customers;
using MockCustomers.Events;
using MockCustomers.Population.Tests.Checking;

namespace MockCustomers.Population.Tests.Moving;

/// <summary>A hundred thousand customers of each vendor while the clock goes on, at random times.</summary>
public sealed class MovingTests
{
    private const int Instants = 15;
    private const long Second = 1_000_000;
    private const long Day = 86_400 * Second;

    public static TheoryData<string> Vendors => [.. RepositoryFiles.Vendors];

    public static TheoryData<string> Moving => [.. RepositoryFiles.Vendors.Where(vendor => LegalWays.Of(vendor).First is not null)];

    [Theory, MemberData(nameof(Vendors))]
    public void Everybody_is_where_a_legal_way_leads_and_is_counted_there(string vendor)
    {
        var ways = LegalWays.Of(vendor);
        using var walk = new Walk(Served.Vendor(vendor));
        var size = (int)walk.View.Renderer.Generated;
        var states = Enumerable.Range(0, size).Select(number => walk.View.Strata.Of(number)).ToArray();
        var moves = 0;
        foreach (var step in Steps(1))
        {
            walk.Advance(step);
            var view = walk.View;
            var counts = view.Strata.All.ToDictionary(stratum => stratum, _ => 0L);
            for (var number = 0; number < size; number++)
            {
                var (before, now) = (states[number], view.Strata.Of(number));
                counts[now]++;
                if (before == now) continue;
                moves++;
                now.Kind.ShouldBe(before.Kind);
                if (!ways.Lead(before.State.Name, now.State.Name)) Assert.Fail($"customer {number} went from {before.State.Name} to {now.State.Name}");
                states[number] = now;
            }

            foreach (var stratum in view.Strata.All)
            {
                var examples = view.Snapshot.ById.Values.Count(document => document.Stratum == stratum.Name);
                view.List(other => other == stratum).Count.ShouldBe(counts[stratum] + examples, stratum.Name.ToString());
            }
        }

        (moves > 0).ShouldBe(ways.Count > 0, "customers move by themselves where there is a lifecycle");
    }

    /// <summary>The showcase stands still: it shows every kind in every state at any date.</summary>
    [Theory, MemberData(nameof(Vendors))]
    public void The_first_customers_show_every_state_at_any_date(string vendor)
    {
        using var walk = new Walk(Served.Vendor(vendor));
        var first = Enumerable.Range(0, Strata.Showcase).Select(number => walk.Text(number)).ToList();
        foreach (var step in Steps(2))
        {
            walk.Advance(step);
            Enumerable.Range(0, Strata.Showcase).Select(number => walk.View.Strata.Of(number)).Distinct().Count().ShouldBe(walk.View.Strata.All.Count);
            Enumerable.Range(0, Strata.Showcase).Select(number => walk.Text(number)).ShouldBe(first);
        }
    }

    [Theory, MemberData(nameof(Moving))]
    public void Nothing_is_wrong_with_the_customers_at_any_date_and_no_time_goes_backwards(string vendor)
    {
        const int looked = 1_500;
        using var walk = new Walk(Served.Vendor(vendor));
        var times = YamlFile.Read<Expectations>(Here.Folder, "Expectations", vendor + ".yaml").Times;
        var before = new Dictionary<string, (string? Created, string? Updated)>();
        foreach (var step in Steps(3))
        {
            walk.Advance(step);
            var view = walk.View;
            var referee = new Referee(vendor, DateTimeOffset.UnixEpoch.AddMicroseconds(view.Now));
            foreach (var customer in view.Everybody.Stretch(0, looked))
            {
                var text = walk.Text(customer);
                referee.Look(Encoding.UTF8.GetBytes(text));
                walk.Text(view.Find(view.IdOf(customer))!.Value).ShouldBe(text, "got by its id");
                if (times is null) continue;
                var json = JsonNode.Parse(text)!;
                var (created, updated) = (json[times.Created]?.ToString(), json[times.Updated]?.ToString());
                if (before.TryGetValue(view.IdOf(customer), out var earlier))
                {
                    created.ShouldBe(earlier.Created);
                    string.CompareOrdinal(updated, earlier.Updated).ShouldBeGreaterThanOrEqualTo(0, text);
                }

                before[view.IdOf(customer)] = (created, updated);
            }

            referee.Looked.ShouldBeGreaterThan(looked - 10);
            referee.Breaches.ShouldBeEmpty(string.Join("\n", referee.Breaches.Select(b => $"{b.Key}: {b.Value.Times} times; {b.Value.First}")));
        }
    }

    /// <summary>Of those that are watched and of those that are not, by what is told and by the bytes that are served.</summary>
    [Theory, MemberData(nameof(Moving))]
    public void One_step_or_a_thousand_lead_to_the_same(string vendor)
    {
        const int steps = 1_000;
        const int watched = 300;
        using var often = new Walk(Served.Vendor(vendor));
        using var once = new Walk(Served.Vendor(vendor));
        foreach (var walk in new[] { often, once })
            for (var number = 0; number < watched; number++) walk.Watch(number * 7);
        var random = new Random(4);
        for (var i = 0; i < steps; i++)
        {
            often.Advance(Day * 400 / steps);
            often.Text(random.Next(watched * 7)).ShouldNotBeEmpty();
        }

        once.Advance(Day * 400 / steps * steps);
        for (var number = 0; number < watched * 7; number++) often.Text(number).ShouldBe(once.Text(number));
        often.Told.Select(Line).ShouldBe(once.Told.Select(Line));
        once.Told.ShouldNotBeEmpty();
    }

    /// <summary>Whoever is watched is served as if nobody watched, and what is told of it is what it does.</summary>
    [Theory, MemberData(nameof(Moving))]
    public void Watched_customers_go_legal_ways_and_are_told_in_the_order_of_time(string vendor)
    {
        const int watched = 1_000;
        var ways = LegalWays.Of(vendor);
        using var walk = new Walk(Served.Vendor(vendor));
        using var alone = new Walk(Served.Vendor(vendor));
        for (var number = 0; number < watched; number++) walk.Watch(number);
        var (last, moves) = (walk.View.Now, 0);
        foreach (var step in Steps(5))
        {
            walk.Advance(step);
            alone.Advance(step);
            foreach (var told in walk.Told)
            {
                told.At.ShouldBeInRange(last, walk.View.Now);
                last = told.At;
                if (told.Change != CustomerChange.Moved) continue;
                moves++;
                ways.Allows(told.From!, told.To).ShouldBeTrue($"{told.From} to {told.To}");
            }

            walk.Told.Clear();
            last = walk.View.Now;
            for (var number = 0; number < watched; number++)
            {
                walk.Text(number).ShouldBe(alone.Text(number));
                walk.View.StratumOf(walk.View.Find(walk.View.Ids.Of(number))!.Value).ShouldBe(alone.View.Strata.Of(number));
            }
        }

        moves.ShouldBeGreaterThan(0);
    }

    /// <summary>A checkpoint may be made right after the clock was moved, before anybody has looked.</summary>
    [Theory, MemberData(nameof(Moving))]
    public void Back_at_a_checkpoint_everybody_is_where_they_were(string vendor)
    {
        const int watched = 300;
        using var walk = new Walk(Served.Vendor(vendor));
        using var alone = new Walk(Served.Vendor(vendor));
        for (var number = 0; number < watched; number++) walk.Watch(number);
        walk.Session.Clock.Advance(Day * 40);
        var checkpoint = walk.Session.AddCheckpoint();
        walk.Advance(Day * 300);
        walk.Session.Rollback(checkpoint.ShouldNotBeNull()).ShouldBeTrue();
        alone.Advance(Day * 40);
        for (var number = 0; number < watched; number++) walk.Text(number).ShouldBe(alone.Text(number));
        walk.Advance(Day * 300);
        alone.Advance(Day * 300);
        for (var number = 0; number < watched; number++) walk.Text(number).ShouldBe(alone.Text(number));
    }

    /// <summary>Times of a walk: seconds, days and months, by turns at random.</summary>
    private static IEnumerable<long> Steps(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < Instants; i++) yield return Second + (long)(Second * Math.Pow(10, random.NextDouble() * 7.2));
    }

    private static string Line(CustomerEvent told) => $"{told.At} {told.Id} {told.From} {told.To} {Encoding.UTF8.GetString(told.Customer.Span)}";
}
