using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using WireMock.Handlers;
using WireMock.Server;
using WireMock.Settings;

namespace MockCustomers.Mappings.Tests.Judge;

/// <summary>A WireMock.Net that knows nothing of the sandbox, and is fed with converted mappings from a file, as convert writes it.</summary>
internal sealed class ConvertedByWireMockNet : IStubServer
{
    private readonly TemporaryFolder folder = new();
    private readonly WireMockServer server;

    public ConvertedByWireMockNet()
    {
        server = WireMockServer.Start(new WireMockServerSettings
        {
            Urls = ["http://127.0.0.1:0"],
            StartAdminInterface = true,
            AllowBodyForAllHttpMethods = true,
            FileSystemHandler = new LocalFileSystemHandler(folder.Path),
        });
        Client = new HttpClient { BaseAddress = new Uri(server.Url!), Timeout = TimeSpan.FromSeconds(30) };
    }

    public HttpClient Client { get; }

    private string Mappings => folder.Of("__admin", "mappings");

    public bool DoesCarried => false;

    public async Task TakeAsync(MappingCase one)
    {
        foreach (var (name, content) in one.Files ?? new Dictionary<string, string>()) folder.Write(content, "__admin", "mappings", name);
        server.Reset();
        var mistakes = new DiagnosticBag();
        var converted = Converter.ToWireMockNet(new JsonPlace(one.Mappings, "", "", mistakes), Target.WireMockNet);
        mistakes.Found.ShouldBeEmpty();
        Directory.CreateDirectory(Mappings);
        var file = Path.Combine(Mappings, "converted.json");
        await File.WriteAllTextAsync(file, converted.ToJsonString());
        server.ReadStaticMappingAndAddOrUpdate(file).ShouldBeTrue();
        File.Delete(file);
    }

    public async Task<JsonNode> ShownAsync() => JsonNode.Parse(await Client.GetStringAsync("/__admin/mappings"))!;

    public ValueTask DisposeAsync()
    {
        Client.Dispose();
        server.Dispose();
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
