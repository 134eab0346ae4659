using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using WireMock.Admin.Mappings;
using WireMock.Handlers;
using WireMock.Matchers;
using WireMock.Server;
using WireMock.Settings;

namespace MockCustomers.Mappings.Tests.Judge;

/// <summary>A WireMock.Net that is fed with converted mappings: for the sandbox through its admin interface, else from a file, as convert writes it.</summary>
internal sealed class ConvertedByWireMockNet : IStubServer
{
    private readonly TemporaryFolder folder = new();
    private readonly WireMockServer server;
    private readonly Target target;

    /// <param name="target">For the sandbox, it knows the matcher that mappings carry, too.</param>
    public ConvertedByWireMockNet(Target target)
    {
        this.target = target;
        server = WireMockServer.Start(new WireMockServerSettings
        {
            Urls = ["http://127.0.0.1:0"],
            StartAdminInterface = true,
            AllowBodyForAllHttpMethods = true,
            FileSystemHandler = new LocalFileSystemHandler(folder.Path),
            CustomMatcherMappings = target == Target.Sandbox ? new Dictionary<string, Func<MatcherModel, IMatcher>> { [CarriedPattern.Name] = model => new CarriedMatcher((string)model.Pattern!) } : null,
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
        var converted = Converter.ToWireMockNet(new JsonPlace(one.Mappings, "", "", mistakes), target, target == Target.Sandbox ? 0 : null);
        mistakes.Found.ShouldBeEmpty();
        if (target == Target.WireMockNet)
        {
            Directory.CreateDirectory(Mappings);
            var file = Path.Combine(Mappings, "converted.json");
            await File.WriteAllTextAsync(file, converted.ToJsonString());
            server.ReadStaticMappingAndAddOrUpdate(file).ShouldBeTrue();
            File.Delete(file);
            return;
        }

        var (status, text) = await Client.PostJsonAsync("/__admin/mappings", converted.ToJsonString());
        status.ShouldBe(201, text);
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
