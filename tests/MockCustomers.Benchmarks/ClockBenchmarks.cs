using BenchmarkDotNet.Attributes;
using MockCustomers.Exchange;
using MockCustomers.Sessions;
using MockCustomers.Store;
using MockCustomers.Vendors;

namespace MockCustomers.Benchmarks;

/// <summary>A clock that is moved by a year, over a thousand million customers of whom a thousand are watched.</summary>
public class ClockBenchmarks : IDisposable
{
    private const long Year = 365L * 86_400 * 1_000_000;
    private readonly JsonBuffer json = new();
    private Vendor vendor = null!;
    private SessionBook sessions = null!;
    private VendorSession part = null!;
    private Snapshot watched = null!;
    private int next;

    [ParamsSource(nameof(Vendors))]
    public string Name { get; set; } = "";

    [Params(1_000)]
    public int Watched { get; set; } = 1_000;

    public static IEnumerable<string> Vendors => Sandboxes.Names;

    [GlobalSetup]
    public async Task LoadAsync()
    {
        vendor = Sandboxes.Vendor(Name, 1_000_000_000);
        sessions = Sandboxes.Sessions(vendor);
        part = sessions.Default.Of(vendor);
        foreach (var i in Enumerable.Range(0, Watched)) await part.ChangeAsync(i * 997L + 50, Watch);
        watched = part.View.Snapshot;
    }

    [GlobalCleanup]
    public void Dispose()
    {
        sessions.Dispose();
        vendor.Dispose();
        json.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark]
    public int AdvanceAYear()
    {
        sessions.Default.Clock.Reset();
        part.Rollback(watched);
        sessions.Default.Clock.Advance(Year);
        part.Settle();
        return part.View.Snapshot.ById.Count;
    }

    [Benchmark]
    public int GetThen()
    {
        json.Clear();
        part.View.Write(new CustomerHandle(next++ % 100_000), [], json);
        return json.Length;
    }

    private bool Watch(Change change, long number)
    {
        vendor.Mover.Watch(change, [change.View.Ids.Of(number)]);
        return true;
    }
}
