using MockCustomers.Server;

namespace MockCustomers.Testing;

/// <summary>A sandbox that a class of tests shares; for any test framework that makes and disposes such fixtures.</summary>
/// <remarks>
/// With xUnit: <c>public class ClientTests(SandboxFixture sandbox) : IClassFixture&lt;SandboxFixture&gt;</c>. For other settings derive from it
/// and override <see cref="Choose"/>.
/// </remarks>
public class SandboxFixture : IDisposable
{
    private readonly Lazy<SandboxInProcess> sandbox;

    public SandboxFixture() => sandbox = new Lazy<SandboxInProcess>(() => Task.Run(() => SandboxInProcess.StartAsync(Choose)).GetAwaiter().GetResult());

    /// <summary>The sandbox, started when it is first asked for.</summary>
    public SandboxInProcess Sandbox => sandbox.Value;

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Changes the settings that the sandbox would start with; as in <see cref="SandboxInProcess.StartAsync"/>.</summary>
    protected virtual SandboxSettings Choose(SandboxSettings settings) => settings;

    /// <summary>Stops the sandbox.</summary>
    /// <param name="disposing">Whether <see cref="Dispose()"/> was called.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && sandbox.IsValueCreated) Task.Run(async () => await sandbox.Value.DisposeAsync()).GetAwaiter().GetResult();
    }
}
