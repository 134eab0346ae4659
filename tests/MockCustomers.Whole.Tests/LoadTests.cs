using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using MockCustomers.Testing;

namespace MockCustomers.Whole.Tests;

/// <summary>Reads and writes from many connections at once.</summary>
/// <remarks>5,000 in the suite; MOCKCUSTOMERS_LOAD=50000 asks for more.</remarks>
public sealed class LoadTests(ITestOutputHelper output)
{
    private const int Connections = 32;

    private static readonly int Requests = int.Parse(Environment.GetEnvironmentVariable("MOCKCUSTOMERS_LOAD") ?? "5000", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Mixed_reads_and_writes_lose_nothing_and_break_no_page()
    {
        var unexpected = new ConcurrentQueue<Exception>();
        await using var sandbox = await Sandbox.StartAsync(o => o.With(s => s with
        {
            Options = new() { Population = 1000 },
            OnUnexpected = (_, exception) => unexpected.Enqueue(exception),
        }));
        var vendors = sandbox.Vendors.Select(name => new Customers(sandbox, name)).Where(v => v.Creating is not null).ToList();
        vendors.ShouldNotBeEmpty();
        var kept = vendors.ToDictionary(v => v, _ => new ConcurrentDictionary<string, JsonObject>());
        var statuses = new ConcurrentDictionary<HttpStatusCode, int>();
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(connection => Task.Run(async () =>
        {
            var random = new Random(connection);
            var mine = vendors.ToDictionary(v => v, _ => new List<string>());
            for (var i = connection; i < Requests; i += Connections)
            {
                var customers = vendors[random.Next(vendors.Count)];
                statuses.AddOrUpdate(await OneAsync(customers, mine[customers], kept[customers], random), 1, (_, count) => count + 1);
            }
        })));
        output.WriteLine($"{Requests} requests from {Connections} connections in {watch.Elapsed.TotalSeconds:0.0} s: {Requests / watch.Elapsed.TotalSeconds:0} a second; {string.Join(", ", statuses.Select(s => $"{s.Value} x {(int)s.Key}"))}");

        unexpected.ShouldBeEmpty();
        statuses.Keys.ShouldAllBe(status => (int)status < 400);
        foreach (var customers in vendors)
        {
            var store = customers.Host.Customers;
            store.Count.ShouldBe(1000 + kept[customers].Count);
            var everybody = store.Everybody.Stretch(0, (int)store.Count).Select(store.IdOf).ToList();
            everybody.ShouldBeUnique();
            foreach (var (id, last) in kept[customers])
            {
                var (status, body) = await customers.GetAsync(id);
                status.ShouldBe(HttpStatusCode.OK);
                JsonNode.DeepEquals(customers.One(body), last).ShouldBeTrue($"{id} is {body} and was {last}");
            }

            everybody.ToHashSet().IsSupersetOf(kept[customers].Keys).ShouldBeTrue();
            if (customers.HasPages) await WalkAsync(customers);
            customers.Dispose();
        }
    }

    /// <summary>Concatenated pages are what the list shows, once each and in order.</summary>
    private static async Task WalkAsync(Customers customers)
    {
        var states = customers.Mapping(customers.Listing!).States;
        var store = customers.Host.Customers;
        var list = store.List(s => states.Count == 0 || states.Contains(s.State.Name));
        var walked = new List<string>();
        for (var page = 0; ; page++)
        {
            var ids = customers.Ids((await customers.ListAsync(customers.Page(page, 50))).Body);
            walked.AddRange(ids);
            if (ids.Count < 50) break;
        }

        walked.ShouldBe(list.Stretch(0, (int)list.Count).Select(store.IdOf));
    }

    private static async Task<HttpStatusCode> OneAsync(Customers customers, List<string> mine, ConcurrentDictionary<string, JsonObject> kept, Random random)
    {
        switch (random.Next(20))
        {
            case < 5:
                var (status, created) = await customers.CreateAsync(customers.Body(customers.Creating!));
                if ((int)status >= 400) throw new InvalidOperationException($"{status}: {created}");
                mine.Add(customers.IdOf(created));
                return await KeepAsync(customers, mine[^1], kept);
            case < 8 when customers.Updating is { } updating && mine.Count > 0:
                var id = mine[random.Next(mine.Count)];
                (status, var updated) = await customers.UpdateAsync(id, customers.Body(updating));
                if ((int)status >= 400) throw new InvalidOperationException($"{status}: {updated}");
                kept[id] = customers.One(updated).DeepClone().AsObject();
                return status;
            case 8 when customers.Deleting is not null && mine.Count > 0:
                var last = mine[^1];
                mine.RemoveAt(mine.Count - 1);
                (status, _) = await customers.DeleteAsync(last);
                await KeepAsync(customers, last, kept);
                return status;
            case < 14:
                (status, var list) = await customers.ListAsync(customers.HasPages ? customers.Page(random.Next(30), 1 + random.Next(50)) : "");
                customers.Ids(list).ShouldBeUnique();
                return status;
            case < 17 when mine.Count > 0:
                return await KeepAsync(customers, mine[random.Next(mine.Count)], null);
            default:
                var store = customers.Host.Customers;
                return (await customers.GetAsync(store.IdOf(store.Everybody[random.Next(1000)]))).Status;
        }
    }

    /// <summary>Sees that a customer is there, and keeps how it is.</summary>
    private static async Task<HttpStatusCode> KeepAsync(Customers customers, string id, ConcurrentDictionary<string, JsonObject>? kept)
    {
        var (status, body) = await customers.GetAsync(id);
        if (kept is not null) kept[id] = customers.One(body).DeepClone().AsObject();
        return status;
    }
}
