using System.Net;
using System.Text.Json.Nodes;
using MockCustomers.Testing;

namespace MockCustomers.Mappings.Tests.Judge;

/// <summary>A vendor's port of the sandbox, which takes mappings in WireMock's JSON as they are.</summary>
internal sealed class VendorWithStubs : IStubServer
{
    private readonly TemporaryFolder folder;
    private readonly Sandbox sandbox;

    private VendorWithStubs(TemporaryFolder folder, Sandbox sandbox, string vendor)
    {
        this.folder = folder;
        this.sandbox = sandbox;
        Vendor = vendor;
        Client = sandbox.Vendor(vendor).CreateClient();
    }

    public HttpClient Client { get; }

    public bool DoesCarried => true;

    private string Vendor { get; }

    public static async Task<VendorWithStubs> StartAsync()
    {
        var vendor = RepositoryFiles.Vendors[0];
        var folder = new TemporaryFolder();
        folder.Write("{}", vendor, "__files", "none.json");
        return new VendorWithStubs(folder, await Sandbox.StartAsync(o => o.With(settings => settings with { Vendors = [vendor], Stubs = folder.Path, WebhookHosts = ["127.0.0.1"] })), vendor);
    }

    public async Task TakeAsync(MappingCase one)
    {
        foreach (var (name, content) in one.Files ?? new Dictionary<string, string>()) folder.Write(content, Vendor, "__files", name);
        foreach (var reset in new[] { "/__admin/mappings/reset", "/__admin/scenarios/reset" }) (await Client.PostAsync(reset, null)).StatusCode.ShouldBe(HttpStatusCode.OK, reset);
        foreach (var mapping in one.Mappings)
        {
            var (status, text) = await Client.PostJsonAsync("/__admin/mappings", mapping!.ToJsonString());
            status.ShouldBe(201, text);
        }
    }

    public async Task<JsonNode> ShownAsync() => JsonNode.Parse(await Client.GetStringAsync("/__admin/mappings"))!;

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await sandbox.DisposeAsync();
        folder.Dispose();
    }
}
