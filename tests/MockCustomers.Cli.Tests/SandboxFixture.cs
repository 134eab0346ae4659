using System.Text.Json.Nodes;

namespace MockCustomers.Cli.Tests;

/// <summary>One sandbox for the tests that only ask it.</summary>
public sealed class SandboxFixture : IAsyncLifetime
{
    internal RunningSandbox Sandbox { get; private set; } = null!;

    public HttpClient Client { get; } = new(new SocketsHttpHandler { UseProxy = false });

    /// <summary>The id of a vendor's customer.</summary>
    internal async Task<string> IdAsync(string vendor)
    {
        var found = JsonNode.Parse(await Client.GetStringAsync(new Uri($"{Sandbox.Control}/__admin/customers?vendor={vendor}&limit=1")));
        return (string)found!["customers"]![0]!["id"]!;
    }

    public async ValueTask InitializeAsync() => Sandbox = await RunningSandbox.StartAsync();

    public ValueTask DisposeAsync()
    {
        Client.Dispose();
        Sandbox?.Dispose();
        return ValueTask.CompletedTask;
    }
}
