using MockCustomers.Testing;
using NUnit.Framework;

namespace Shop.NUnit;

/// <summary>A class of tests in which each has a world of its own, its calls in the test's output.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.All)]
public abstract class SandboxTest
{
    protected SandboxSession World { get; private set; } = null!;

    [SetUp]
    public void OpenWorld() => World = SharedSandbox.Sandbox.NewSession(logTo: TestContext.Out.WriteLine);

    [TearDown]
    public void CloseWorld() => World.Dispose();
}
