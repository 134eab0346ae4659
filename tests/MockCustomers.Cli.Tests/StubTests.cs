using System.Net;
using System.Text;

namespace MockCustomers.Cli.Tests;

/// <summary>The command with stubs, and what it costs to have none.</summary>
public sealed class StubTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Nothing_of_WireMock_Net_is_loaded_before_it_is_needed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "what a process has loaded is read from /proc");
        using var sandbox = await RunningSandbox.StartAsync();
        var vendor = sandbox.Ports["vendors"]!["align"]!;
        using var client = new HttpClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation((string)vendor["header"]!, (string)vendor["value"]!);
        (await client.GetAsync($"{vendor["url"]}/v0/customers/15b76e3c-ebcd-43e0-991b-82f441135d72")).StatusCode.ShouldBe(HttpStatusCode.OK);

        var before = Loaded(sandbox.Command.Id);
        before.ShouldContain("MockCustomers.Server.dll");
        before.Where(IsOfStubs).ShouldBeEmpty();
        using var stub = new StringContent("""{"Request": {"Path": "/hello"}, "Response": {"Body": "hello {{request.path}}", "UseTransformer": true}}""", Encoding.UTF8, "application/json");
        (await client.PostAsync($"{vendor["url"]}/__admin/mappings", stub)).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await client.GetStringAsync($"{vendor["url"]}/hello")).ShouldBe("hello /hello");

        var after = Loaded(sandbox.Command.Id);
        after.Where(IsOfStubs).ShouldContain("WireMock.Net.Minimal.dll");
        after.ShouldNotContain(name => name == "Scalar.AspNetCore.dll" || name == "OpenTelemetry.dll" || name == "ModelContextProtocol.Core.dll", "WireMock.Net looked for plug-ins in every library");
    }

    [Fact]
    public async Task Nothing_of_Scalar_is_loaded_before_its_first_page()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "what a process has loaded is read from /proc");
        using var sandbox = await RunningSandbox.StartAsync();
        using var client = new HttpClient();
        (await client.GetStringAsync(sandbox.Control + "/docs")).ShouldContain("/docs/align");

        Loaded(sandbox.Command.Id).ShouldNotContain(name => name == "Scalar.AspNetCore.dll" || name == "MockCustomers.Reference.dll");
        (await client.GetStringAsync(sandbox.Control + "/docs/align")).ShouldContain("/docs/assets/reference.js");

        Loaded(sandbox.Command.Id).ShouldContain("Scalar.AspNetCore.dll");
    }

    [Fact]
    public async Task Stubs_of_a_folder_are_served_and_bad_ones_end_the_start()
    {
        Directory.CreateDirectory(folder.Of("align"));
        File.WriteAllText(folder.Of("align/hello.json"), """{"Request": {"Path": "/hello"}, "Response": {"Body": "hello"}}""");
        using (var sandbox = await RunningSandbox.StartAsync("--stubs", folder.Path))
        {
            using var client = new HttpClient();
            (await client.GetStringAsync($"{sandbox.Ports["vendors"]!["align"]!["url"]}/hello")).ShouldBe("hello");
        }

        File.WriteAllText(folder.Of("align/hello.json"), """{"Requestt": {"Path": "/hello"}, "Response": {"Body": "hello"}}""");
        using var ended = await Command.RunAsync("--port-base", "0", "--stubs", folder.Path);

        ended.ExitCode.ShouldBe(3);
        ended.Error.ShouldContain($"{folder.Of("align/hello.json")}#/Requestt: unknown key 'Requestt'; did you mean Request?");
    }

    private static bool IsOfStubs(string file) => file.StartsWith("WireMock", StringComparison.Ordinal) || file is "MockCustomers.Stubs.dll" or "Newtonsoft.Json.dll" or "Handlebars.dll";

    private static IReadOnlyList<string> Loaded(int process) =>
        [.. File.ReadLines($"/proc/{process}/maps").Select(line => Path.GetFileName(line.Split(' ')[^1])).Where(name => name.EndsWith(".dll", StringComparison.Ordinal)).Distinct()];
}
