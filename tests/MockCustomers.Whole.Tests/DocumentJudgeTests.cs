using System.Text.Json.Nodes;
using MockCustomers.Testing;

namespace MockCustomers.Whole.Tests;

/// <summary>The OpenAPI documents that are served are good ones to Redocly, too.</summary>
public sealed class DocumentJudgeTests(ITestOutputHelper output)
{
    /// <summary>What an OpenAPI document must be; Redocly's tastes are no rule for what vendors write.</summary>
    private const string Rules = "--extends=spec";

    [NodeTheory]
    [InlineData("openapi.json")]
    [InlineData("specs")]
    public async Task A_document_is_one_of_OpenAPI(string path)
    {
        await using var sandbox = await Sandbox.StartAsync();
        using var control = sandbox.ControlClient();
        using var folder = new TemporaryFolder();
        var files = new List<string>();
        foreach (var document in path == "specs" ? PathsOf(await control.GetStringAsync(path)) : ["/" + path])
        {
            files.Add(document.Trim('/').Replace('/', '-'));
            await File.WriteAllTextAsync(folder.Of(files[^1]), await control.GetStringAsync(document));
        }

        files.ShouldNotBeEmpty();
        var judge = RepositoryFiles.PathOf("tests", "MockCustomers.Whole.Tests", "Clients", "node_modules", "@redocly", "cli", "bin", "cli.js");
        output.WriteLine(await OtherProgram.RunAsync(folder.Path, new Dictionary<string, string> { ["REDOCLY_TELEMETRY"] = "off" }, "node", [judge, "lint", Rules, .. files]));
    }

    private static IEnumerable<string> PathsOf(string specs) => JsonNode.Parse(specs)!.AsObject().SelectMany(vendor => vendor.Value!.AsArray()).Select(path => (string)path!);
}
