using BenchmarkDotNet.Attributes;
using MockCustomers.Exchange;
using MockCustomers.Vendors;

namespace MockCustomers.Benchmarks;

/// <summary>A thousand customers against a thousand million: one by its id, and pages of a hundred at both ends and in the middle.</summary>
public class PopulationBenchmarks : IDisposable
{
    private const int PageSize = 100;
    private readonly JsonBuffer json = new();
    private Vendor vendor = null!;
    private string[] ids = [];
    private int next;

    [ParamsSource(nameof(Vendors))]
    public string Name { get; set; } = "";

    [Params(1_000, 1_000_000_000)]
    public long Population { get; set; } = 1_000;

    public static IEnumerable<string> Vendors => Sandboxes.Names;

    [GlobalSetup]
    public void Load()
    {
        vendor = Sandboxes.Vendor(Name, Population);
        var everybody = vendor.Customers.Everybody;
        ids = [.. Enumerable.Range(0, PageSize).Select(i => vendor.Customers.IdOf(everybody[Population / PageSize * i]))];
    }

    [GlobalCleanup]
    public void Dispose()
    {
        vendor.Dispose();
        json.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark]
    public int Get()
    {
        json.Clear();
        vendor.Customers.Write(vendor.Customers.Find(ids[next++ % PageSize])!.Value, [], json);
        return json.Length;
    }

    [Benchmark]
    public int FirstPage() => Page(0);

    [Benchmark]
    public int MiddlePage() => Page(Population / 2);

    [Benchmark]
    public int LastPage() => Page(Population - PageSize);

    private int Page(long first)
    {
        json.Clear();
        foreach (var customer in vendor.Customers.Everybody.Stretch(first, PageSize)) vendor.Customers.Write(customer, [], json);
        return json.Length;
    }
}
