using System.Net;
using System.Text.Json.Nodes;
using MockCustomers.Server;

namespace MockCustomers.Whole.Tests.Packages;

/// <summary>A command that was installed, run by an ordinary user in a folder that has nothing to do with it.</summary>
/// <param name="environment">Beside that of these tests.</param>
/// <param name="line">The program, and arguments before all others.</param>
internal sealed class InstalledCommand(IReadOnlyDictionary<string, string> environment, params IReadOnlyList<string> line) : IDisposable
{
    private readonly TemporaryFolder elsewhere = new();

    public void Dispose() => elsewhere.Dispose();

    /// <summary>Runs it to its end, which is to be a good one.</summary>
    /// <returns>All that it wrote.</returns>
    public async Task<string> RunAsync(params string[] arguments)
    {
        using var ended = await Start(arguments).EndAsync();
        ended.ExitCode.ShouldBe(0, ended.Told);
        return ended.Told;
    }

    /// <summary>Starts it.</summary>
    public OtherProgram Start(params string[] arguments)
    {
        OrdinaryUser.Open(elsewhere.Path);
        var whole = OrdinaryUser.Line(line[0], [.. line.Skip(1), .. arguments]);
        var home = new Dictionary<string, string>(environment) { ["HOME"] = elsewhere.Path, ["DOTNET_CLI_HOME"] = elsewhere.Path };
        return new OtherProgram(elsewhere.Path, home, whole[0], whole.Skip(1));
    }

    /// <summary>Lets it serve on free ports, asks every vendor for a customer, and ends it by a signal.</summary>
    /// <param name="isAlone">Whether the exit code is the command's own; false where npx ends by the signal and the command after it.</param>
    public async Task ServeAsync(string signal = "TERM", bool isAlone = true)
    {
        var file = elsewhere.Of("ports.json");
        using var serving = Start("--port-base", "0", "--ports-file", file);
        await serving.WritesAsync("__admin/curls");
        var control = (string)JsonNode.Parse(await File.ReadAllTextAsync(file))!["control"]!;
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var vendors = JsonNode.Parse(await client.GetStringAsync($"{control}/__admin/vendors"))!.AsArray();
        vendors.Select(vendor => (string)vendor!["name"]!).ShouldBe(SandboxFolder.Names(RepositoryFiles.PathOf("specs")), ignoreOrder: true);
        foreach (var vendor in vendors)
        {
            var one = vendor!["operations"]!.AsArray().First(operation => (string)operation!["method"]! == "GET" && ((string)operation["path"]!).EndsWith('}'))!;
            using var request = new HttpRequestMessage(HttpMethod.Get, (string)one["example"]!);
            request.Headers.TryAddWithoutValidation((string)vendor["auth"]!["header"]!, (string)vendor["auth"]!["value"]!);
            using var reply = await client.SendAsync(request);
            reply.StatusCode.ShouldBe(HttpStatusCode.OK, await reply.Content.ReadAsStringAsync());
        }

        await serving.SignalAsync(signal);
        if (isAlone) serving.ExitCode.ShouldBe(0, serving.Told);
        await Should.ThrowAsync<HttpRequestException>(client.GetStringAsync($"{control}/health/live"), "it still listens");
    }
}
