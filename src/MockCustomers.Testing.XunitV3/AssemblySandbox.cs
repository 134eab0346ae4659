using Xunit;

namespace MockCustomers.Testing.XunitV3;

/// <summary>One sandbox for all tests of an assembly.</summary>
/// <remarks>
/// <c>[assembly: AssemblyFixture(typeof(AssemblySandbox))]</c>, and a constructor that takes it. For other options derive from it, override
/// <see cref="Choose"/>, and name the derived class in both places.
/// </remarks>
public class AssemblySandbox : IAsyncLifetime
{
    private Sandbox? sandbox;

    /// <summary>The sandbox, which listens.</summary>
    public Sandbox Sandbox => sandbox ?? throw new InvalidOperationException("the sandbox starts with the assembly's tests: name this fixture in [assembly: AssemblyFixture(…)]");

    /// <summary>Opens a world for the test that runs; its calls are lines of the test's output.</summary>
    /// <param name="seed">As in <see cref="Testing.Sandbox.NewSession"/>.</param>
    /// <param name="population">As in <see cref="Testing.Sandbox.NewSession"/>.</param>
    /// <param name="now">As in <see cref="Testing.Sandbox.NewSession"/>.</param>
    public SandboxSession NewWorld(string? seed = null, long? population = null, DateTimeOffset? now = null)
    {
        var output = TestContext.Current.TestOutputHelper;
        return Sandbox.NewSession(seed: seed, population: population, now: now, logTo: output is null ? null : output.WriteLine);
    }

    /// <summary>Starts the sandbox; gives up when the run is cancelled.</summary>
    public async ValueTask InitializeAsync() => sandbox = await Sandbox.StartAsync(Choose, TestContext.Current.CancellationToken);

    /// <summary>Stops the sandbox.</summary>
    public async ValueTask DisposeAsync()
    {
        if (sandbox is not null) await sandbox.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Changes what the sandbox would start with; as in <see cref="Sandbox.StartAsync"/>.</summary>
    protected virtual void Choose(SandboxOptionsBuilder options)
    {
    }
}
