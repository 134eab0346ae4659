using System.Collections.Concurrent;
using MockCustomers.Testing;

namespace MockCustomers.Vendors.Tests;

/// <summary>Sandboxes of all vendors under test, each started when it is first asked for.</summary>
public sealed class SharedSandbox : IAsyncLifetime
{
    private readonly ConcurrentDictionary<SandboxOptions, Lazy<Task<Sandbox>>> sandboxes = new();

    /// <summary>What should not have happened in any of them.</summary>
    public ConcurrentQueue<Exception> Unexpected { get; } = new();

    /// <summary>The sandbox of some options.</summary>
    public Task<Sandbox> SandboxAsync(SandboxOptions? options = null) =>
        sandboxes.GetOrAdd(options ?? new SandboxOptions(), chosen => new Lazy<Task<Sandbox>>(() => StartAsync(chosen))).Value;

    /// <summary>A vendor of the sandbox of some options.</summary>
    internal async Task<VendorUnderTest> VendorAsync(string vendor, SandboxOptions? options = null) =>
        new((await SandboxAsync(options)).Host(vendor));

    /// <summary>The headers of a vendor's replies that differ from request to request.</summary>
    internal IReadOnlyList<string> VolatileOf(Server.VendorHost host)
    {
        using var tested = new VendorUnderTest(host);
        return tested.Volatile;
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var sandbox in sandboxes.Values) await (await sandbox.Value).DisposeAsync();
    }

    private Task<Sandbox> StartAsync(SandboxOptions options) => Sandbox.StartAsync(o => o.With(settings => settings with
    {
        Specs = Vendors.Specs,
        Options = options,
        OnUnexpected = (_, exception) => Unexpected.Enqueue(exception),
    }));
}
