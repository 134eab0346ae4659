namespace MockCustomers.Testing;

/// <summary>A sandbox that tests share, for any test framework that makes and disposes such fixtures; each test opens its own world of it.</summary>
/// <remarks>
/// With xUnit: <c>public class ClientTests(SandboxFixture fixture) : IClassFixture&lt;SandboxFixture&gt;</c>. For other options derive from it
/// and override <see cref="Choose"/>.
/// </remarks>
public class SandboxFixture : IDisposable
{
    private readonly Lazy<Sandbox> sandbox;

    /// <summary>A sandbox that starts when it is first asked for.</summary>
    public SandboxFixture() => sandbox = new Lazy<Sandbox>(() => Task.Run(() => Sandbox.StartAsync(Choose)).GetAwaiter().GetResult());

    /// <summary>The sandbox, started when it is first asked for.</summary>
    public Sandbox Sandbox => sandbox.Value;

    /// <summary>Stops the sandbox, if it was asked for.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Changes what the sandbox would start with; as in <see cref="Sandbox.StartAsync"/>.</summary>
    protected virtual void Choose(SandboxOptionsBuilder options)
    {
    }

    /// <summary>Stops the sandbox.</summary>
    /// <param name="disposing">Whether <see cref="Dispose()"/> was called.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && sandbox.IsValueCreated) Task.Run(async () => await sandbox.Value.DisposeAsync()).GetAwaiter().GetResult();
    }
}
