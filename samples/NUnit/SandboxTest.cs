using MockCustomers.Testing;
using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace Shop.NUnit;

/// <summary>A class of tests in which each has a world of its own; its calls stand in the test's output, and are attached when it fails.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.All)]
public abstract class SandboxTest
{
    protected SandboxSession World { get; private set; } = null!;

    [SetUp]
    public void OpenWorld() => World = SharedSandbox.Sandbox.NewSession(logTo: TestContext.Out.WriteLine);

    [TearDown]
    public void CloseWorld()
    {
        using var world = World;
        if (TestContext.CurrentContext.Result.Outcome.Status != TestStatus.Failed) return;
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"calls-{TestContext.CurrentContext.Test.ID}.txt");
        File.WriteAllText(file, world.Calls.ToString());
        TestContext.AddTestAttachment(file, "what the sandbox was called");
    }
}
