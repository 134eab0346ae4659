using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace MockCustomers.Vendors.Tests;

/// <summary>The command that is compiled ahead of time, serving on free ports; one process for each population that is asked for.</summary>
public sealed class NativeSandbox : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly ConcurrentDictionary<long, Lazy<Task<(OtherProgram Program, JsonNode Ports)>>> started = new();

    /// <summary>Where it serves a vendor.</summary>
    public async Task<Uri> UrlAsync(string vendor, SandboxOptions options) => new((string)(await PortsAsync(options))["vendors"]![vendor]!["url"]!);

    /// <summary>Where its control port is.</summary>
    public async Task<Uri> ControlAsync(SandboxOptions options) => new((string)(await PortsAsync(options))["control"]!);

    private async Task<JsonNode> PortsAsync(SandboxOptions options)
    {
        var population = options.Population.ShouldNotBeNull();
        options.ShouldBe(new SandboxOptions { Population = population }, "no more is passed on");
        var (_, ports) = await started.GetOrAdd(population, chosen => new(() => StartAsync(chosen))).Value;
        return ports;
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var one in started.Values) (await one.Value).Program.Dispose();
        folder.Dispose();
    }

    private async Task<(OtherProgram Program, JsonNode Ports)> StartAsync(long population)
    {
        var count = population.ToString(CultureInfo.InvariantCulture);
        var file = folder.Of(count + ".json");
        var program = new OtherProgram(folder.Path, null, NativeCommand.File, "--port-base", "0", "--ports-file", file, "--population", count, "--curls");
        await program.WritesAsync("__admin/curls");
        return (program, JsonNode.Parse(await File.ReadAllTextAsync(file))!);
    }
}
