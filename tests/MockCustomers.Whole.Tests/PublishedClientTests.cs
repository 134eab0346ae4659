using MockCustomers.Testing;

namespace MockCustomers.Whole.Tests;

/// <summary>Clients that others published work here with nothing changed but their base URL and key: create, get, list, search, update, delete, typed errors.</summary>
/// <remarks>Clients/VENDOR.mjs drives each; npm brings them.</remarks>
public sealed class PublishedClientTests
{
    private static string Clients => RepositoryFiles.PathOf("tests", "MockCustomers.Whole.Tests", "Clients");

    public static TheoryData<string> Driven => [.. Directory.GetFiles(Clients, "*.mjs").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [NodeTheory, MemberData(nameof(Driven))]
    public async Task A_published_client_goes_the_whole_round(string vendor)
    {
        await using var sandbox = await Sandbox.StartAsync(o => o.With(settings => settings with { Vendors = [vendor] }));
        var host = sandbox.Host(vendor);
        var key = host.Vendor.Keys[0];
        var told = await OtherProgram.RunAsync(Clients, new Dictionary<string, string>(), "node", $"{vendor}.mjs", host.BaseUrl, key);
        told.ShouldContain("whole round");
    }
}
