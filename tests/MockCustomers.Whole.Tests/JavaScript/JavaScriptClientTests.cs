using MockCustomers.Whole.Tests.Documents;

namespace MockCustomers.Whole.Tests.JavaScript;

/// <summary>The JavaScript client as its users have it: imported by its name, run by vitest and Playwright, judged by TypeScript.</summary>
public sealed class JavaScriptClientTests
{
    /// <summary>The readme's example, and those of the client's own page.</summary>
    private static IReadOnlyList<string> Examples => [.. Example.All.Where(example => example is { Document: Readme or "docs/javascript.md", Language: "js" }).Select(example => example.Text)];

    private const string Readme = "README.md";

    [NodeFact]
    public async Task The_client_goes_the_whole_round()
    {
        using var project = new NodeProject();
        project.Take("javascript", "round.test.mjs");
        (await project.RunAsync("vitest/vitest.mjs", "run", "--testTimeout", "120000", "--hookTimeout", "120000")).ShouldContain("passed");
    }

    [NodeFact]
    public async Task The_readmes_example_runs_to_its_end()
    {
        using var project = new NodeProject();
        project.Write(Example.All.Single(example => example is { Document: Readme, Language: "js" }).Text, "example.mjs");
        await OtherProgram.RunAsync(project.Folder, null, "node", "example.mjs");
    }

    [NodeFact]
    public async Task The_pages_examples_for_vitest_pass()
    {
        using var project = new NodeProject();
        var written = Examples.Where(example => example.Contains("from 'vitest'", StringComparison.Ordinal)).Select((example, i) => project.Write(example, $"example-{i}.test.mjs")).Count();
        written.ShouldBeGreaterThan(0);
        (await project.RunAsync("vitest/vitest.mjs", "run", "--testTimeout", "120000", "--hookTimeout", "120000")).ShouldContain("passed");
    }

    [NodeFact]
    public async Task The_pages_examples_for_Playwright_pass()
    {
        Assert.SkipUnless(Chromium.File is not null, "no chromium on this machine");
        using var project = new NodeProject();
        var written = Examples.Where(example => example.Contains("from '@playwright/test'", StringComparison.Ordinal)).Select((example, i) => project.Write(example, $"example-{i}.spec.mjs")).Count();
        written.ShouldBeGreaterThan(0);
        project.Write($"export default {{ timeout: 240000, workers: 1, use: {{ launchOptions: {{ executablePath: '{Chromium.File}', args: ['--no-sandbox'] }} }} }};", "playwright.config.mjs");
        (await project.RunAsync("@playwright/test/cli.js", "test", "--reporter", "list")).ShouldContain("passed");
    }

    [NodeFact]
    public async Task A_page_steers_the_sandbox_through_its_own_server()
    {
        Assert.SkipUnless(Chromium.File is not null, "no chromium on this machine");
        using var project = new NodeProject();
        project.Take("javascript", "browser.mjs");
        (await OtherProgram.RunAsync(project.Folder, null, "node", "browser.mjs", Chromium.File!)).ShouldContain("from a page");
    }

    [NodeFact]
    public async Task Its_types_say_what_can_be_called()
    {
        using var project = new NodeProject();
        project.Take("javascript", "types.mts");
        foreach (var (i, example) in Examples.Index()) project.Write(example, $"example-{i}.mjs");
        string[] strict = ["--noEmit", "--strict", "--target", "es2022", "--lib", "esnext,dom", "--module", "nodenext"];
        await project.RunAsync("typescript/bin/tsc", [.. strict, "node_modules/mockcustomers/index.d.mts"]);
        // What is marked as wrong in types.mts has to be: tsc reports marks without a mistake.
        await project.RunAsync("typescript/bin/tsc", [.. strict, "--skipLibCheck", "--allowJs", "--checkJs", "types.mts", .. Examples.Select((_, i) => $"example-{i}.mjs")]);
    }

    /// <summary>Everything that is declared is there, and everything that is there is declared.</summary>
    [NodeFact]
    public async Task Its_types_are_those_of_its_code()
    {
        using var project = new NodeProject();
        project.Take("javascript", "members.mjs");
        (await OtherProgram.RunAsync(project.Folder, null, "node", "members.mjs")).ShouldContain("members compared");
    }
}
