using MockCustomers.Mappings.Tests.Judge;

namespace MockCustomers.Mappings.Tests;

/// <summary>The servers that are compared, one of each for all tests.</summary>
public sealed class JudgedServers : IAsyncLifetime
{
    private RealWireMock? real;
    private VendorWithStubs judged = null!;

    /// <summary>The one that is judged.</summary>
    internal IStubServer Judged => judged;

    /// <summary>A WireMock.Net that knows nothing of the sandbox.</summary>
    internal IStubServer Plain { get; } = new ConvertedByWireMockNet();

    /// <summary>The judge.</summary>
    internal IStubServer Real => real.ShouldNotBeNull("there is no java, or 'npm install' was not run in tests/MockCustomers.Mappings.Tests/WireMock");

    public async ValueTask InitializeAsync()
    {
        judged = await VendorWithStubs.StartAsync();
        if (OtherProgram.IsHere("java") && RealWireMock.Jar is not null) real = await RealWireMock.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Judged.DisposeAsync();
        await Plain.DisposeAsync();
        if (real is not null) await real.DisposeAsync();
    }
}
