using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MockCustomers.Mappings.Tests.Judge;

/// <summary>The real WireMock, the Java one, in a process of its own: npm brings its jar.</summary>
internal sealed partial class RealWireMock : IStubServer
{
    private static readonly string Package = RepositoryFiles.PathOf("tests", "MockCustomers.Mappings.Tests", "WireMock", "node_modules", "wiremock", "build");
    private readonly TemporaryFolder folder;
    private readonly OtherProgram program;

    private RealWireMock(TemporaryFolder folder, OtherProgram program, HttpClient client) => (this.folder, this.program, Client) = (folder, program, client);

    public HttpClient Client { get; }

    public bool DoesCarried => true;

    /// <summary>null when it is not installed.</summary>
    public static string? Jar => Directory.Exists(Package) ? Directory.GetFiles(Package, "wiremock-standalone-*.jar").FirstOrDefault() : null;

    public static async Task<RealWireMock> StartAsync()
    {
        var folder = new TemporaryFolder();
        var program = new OtherProgram(folder.Path, null, "java", "-jar", Jar.ShouldNotBeNull(), "--port", "0", "--bind-address", "127.0.0.1", "--disable-banner", "--root-dir", folder.Path);
        await program.WritesAsync("extensions:");
        var port = Port().Match(program.Output).Groups[1].Value;
        return new RealWireMock(folder, program, new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromSeconds(30) });
    }

    public async Task TakeAsync(MappingCase one)
    {
        foreach (var (name, content) in one.Files ?? new Dictionary<string, string>()) folder.Write(content, "__files", name);
        (await Client.PostAsync("/__admin/reset", null)).StatusCode.ShouldBe(HttpStatusCode.OK);
        // A reset brings back what is persistent.
        (await Client.DeleteAsync("/__admin/mappings")).StatusCode.ShouldBe(HttpStatusCode.OK);
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
        await program.StopAsync();
        program.Dispose();
        folder.Dispose();
    }

    [GeneratedRegex(@"^port:\s+(\d+)", RegexOptions.Multiline)]
    private static partial Regex Port();
}
