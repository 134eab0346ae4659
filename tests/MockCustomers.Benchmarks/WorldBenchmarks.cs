using BenchmarkDotNet.Attributes;
using MockCustomers.Testing;
using MockCustomers.TestSupport;

namespace MockCustomers.Benchmarks;

/// <summary>What a test pays for a world of its own, and for a call of it over no socket.</summary>
[MemoryDiagnoser]
public class WorldBenchmarks : IDisposable
{
    private Sandbox sandbox = null!;
    private SandboxSession world = null!;
    private HttpClient client = null!;
    private Uri address = null!;

    [ParamsSource(nameof(Vendors))]
    public string Name { get; set; } = "";

    public static IEnumerable<string> Vendors => Sandboxes.Names;

    [GlobalSetup]
    public void Start()
    {
        sandbox = Sandbox.StartAsync(o => o.Specs(RepositoryFiles.Specs, RepositoryFiles.Fixtures).Only(Name)).GetAwaiter().GetResult();
        world = sandbox.NewSession();
        var vendor = world.Vendor(Name);
        client = new HttpClient(world.CreateHandler());
        client.DefaultRequestHeaders.TryAddWithoutValidation(vendor.Credential.Key, vendor.Credential.Value);
        var fetch = vendor.Host.Vendor.Operations.First(served => served.ActionName == "fetch");
        address = new Uri(vendor.Host.Url + vendor.Host.Vendor.Example(fetch).Target);
    }

    [GlobalCleanup]
    public void Dispose()
    {
        client.Dispose();
        world.Dispose();
        sandbox.DisposeAsync().AsTask().GetAwaiter().GetResult();
        GC.SuppressFinalize(this);
    }

    [Benchmark]
    public string NewSession()
    {
        using var opened = sandbox.NewSession();
        return opened.Name;
    }

    [Benchmark]
    public HttpClient NewSessionWithKeyAndClient()
    {
        using var opened = sandbox.NewSession();
        using var made = opened.Vendor(Name).CreateClient();
        return made;
    }

    [Benchmark]
    public int GetInMemory()
    {
        using var reply = client.GetAsync(address).GetAwaiter().GetResult();
        return (int)reply.StatusCode;
    }
}
