using Xunit;

namespace MockCustomers.Testing.XunitV3;

/// <summary>A class of tests in which each has a world of its own; when one fails, its calls are attached to it.</summary>
/// <param name="sandbox">The assembly's fixture.</param>
public abstract class SandboxTest(AssemblySandbox sandbox) : IDisposable
{
    /// <summary>The world of the test that runs.</summary>
    protected SandboxSession World { get; } = sandbox.NewWorld();

    /// <summary>Attaches the calls to a test that failed, and closes its world.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the world.</summary>
    /// <param name="disposing">Whether <see cref="Dispose()"/> was called.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing) return;
        if (TestContext.Current.TestState?.Result == TestResult.Failed) TestContext.Current.AddAttachment("calls", World.Calls.ToString());
        World.Dispose();
    }
}
