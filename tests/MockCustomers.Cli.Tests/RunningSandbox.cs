using System.Text.Json.Nodes;

namespace MockCustomers.Cli.Tests;

/// <summary>The command, serving on free ports.</summary>
internal sealed class RunningSandbox : IDisposable
{
    /// <summary>What stands at the end of the start, for people and for machines.</summary>
    private static readonly string[] Started = ["__admin/curls", "\"started\""];

    private readonly TemporaryFolder folder = new();

    private RunningSandbox(Func<string, OtherProgram> start)
    {
        PortsFile = folder.Of("ports.json");
        Command = start(PortsFile);
    }

    public OtherProgram Command { get; }

    public string PortsFile { get; }

    /// <summary>{"control": url, "vendors": {name: {url, baseUrl, header, value}}}</summary>
    public JsonNode Ports { get; private set; } = null!;

    public string Control => (string)Ports["control"]!;

    /// <summary>Starts it; when this returns, everybody listens and what it prints at start is printed.</summary>
    public static Task<RunningSandbox> StartAsync(params string[] args) => StartAsync([], args);

    public static async Task<RunningSandbox> StartAsync(Dictionary<string, string> environment, params string[] args)
    {
        var sandbox = new RunningSandbox(file => Tests.Command.Start(environment, ["--port-base", "0", "--ports-file", file, .. args.Contains("--curls=off") ? args : ["--curls", .. args]]));
        await sandbox.Command.WritesAsync(Started);
        sandbox.Ports = JsonNode.Parse(await File.ReadAllTextAsync(sandbox.PortsFile))!;
        return sandbox;
    }

    public void Dispose()
    {
        Command.Dispose();
        folder.Dispose();
    }
}
