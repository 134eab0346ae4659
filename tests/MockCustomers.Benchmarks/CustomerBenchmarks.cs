using BenchmarkDotNet.Attributes;
using MockCustomers.Exchange;
using MockCustomers.Store;
using MockCustomers.Vendors;

namespace MockCustomers.Benchmarks;

/// <summary>One customer of each vendor as JSON bytes: to stay under 8 microseconds and 4 KB on one core.</summary>
public class CustomerBenchmarks : IDisposable
{
    private const int From = 1_000;
    private const int Customers = 10_000;
    private readonly JsonBuffer json = new();
    private Vendor vendor = null!;
    private CustomerHandle[] customers = [];
    private int next;

    [ParamsSource(nameof(Vendors))]
    public string Name { get; set; } = "";

    public static IEnumerable<string> Vendors => Sandboxes.Names;

    [GlobalSetup]
    public void Load()
    {
        vendor = Sandboxes.Vendor(Name);
        customers = [.. vendor.Customers.Everybody.Stretch(From, Customers)];
    }

    [GlobalCleanup]
    public void Dispose()
    {
        vendor.Dispose();
        json.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Another one each time.</summary>
    [Benchmark]
    public int Render()
    {
        json.Clear();
        vendor.Customers.Write(customers[next++ % Customers], [], json);
        return json.Length;
    }
}
