namespace MockCustomers.Cli.Tests;

/// <summary>One sandbox for the tests that only ask it.</summary>
public sealed class SandboxFixture : IAsyncLifetime
{
    internal RunningSandbox Sandbox { get; private set; } = null!;

    public HttpClient Client { get; } = new(new SocketsHttpHandler { UseProxy = false });

    public async ValueTask InitializeAsync() => Sandbox = await RunningSandbox.StartAsync();

    public ValueTask DisposeAsync()
    {
        Client.Dispose();
        Sandbox?.Dispose();
        return ValueTask.CompletedTask;
    }
}
