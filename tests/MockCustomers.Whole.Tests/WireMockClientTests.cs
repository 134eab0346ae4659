using MockCustomers.Server;
using MockCustomers.Testing;

namespace MockCustomers.Whole.Tests;

/// <summary>Clients that were written for WireMock lay stubs over a vendor and ask what was called, with nothing changed but their base URL.</summary>
/// <remarks>Clients/wiremock/CLIENT.mjs drives each; npm brings them.</remarks>
public sealed class WireMockClientTests
{
    private static string Clients => RepositoryFiles.PathOf("tests", "MockCustomers.Whole.Tests", "Clients", "wiremock");

    public static TheoryData<string> Driven => [.. Directory.GetFiles(Clients, "*.mjs").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [NodeTheory, MemberData(nameof(Driven))]
    public async Task A_client_of_WireMock_goes_the_whole_round(string client)
    {
        var vendor = SandboxFolder.Names(new SandboxSettings { Specs = Path.Combine(AppContext.BaseDirectory, "specs"), Fixtures = "" })[0];
        await using var sandbox = await Sandbox.StartAsync(o => o.With(settings => settings with { Vendors = [vendor] }));
        var host = sandbox.Host(vendor);
        var own = new Uri(host.Example(host.Vendor.Operations.First(served => served.Operation.Method == "GET"))).AbsolutePath;
        var told = await OtherProgram.RunAsync(
            Clients, new Dictionary<string, string>(), "node", $"{client}.mjs", $"{sandbox.Control}/vendors/{vendor}/", host.Url, own, host.Credential.Key, host.Credential.Value);
        told.ShouldContain("whole round");
    }
}
