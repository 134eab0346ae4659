namespace MockCustomers.Cli.Tests;

/// <summary>On a terminal there are colours and bars, unless somebody wants none; in a pipe there are none.</summary>
public sealed class TerminalTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>, IDisposable
{
    private const char Escape = '\e';

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string> Lines => [$"validate --vendor {Vendors.First}", $"generate --vendor {Vendors.First} --count 3 --output three.json", Explain];

    private static string Explain => $"explain {Vendors.First} ID";

    [Theory, MemberData(nameof(Lines))]
    public async Task On_a_terminal_there_are_codes(string line) => (await OnTerminalAsync(line, new() { ["TERM"] = "xterm-256color", ["NO_COLOR"] = "" })).ShouldContain(Escape);

    [Theory, MemberData(nameof(Lines))]
    public async Task With_NO_COLOR_there_are_none(string line) => (await OnTerminalAsync(line, new() { ["TERM"] = "xterm-256color", ["NO_COLOR"] = "1" })).ShouldNotContain(Escape);

    [Theory, MemberData(nameof(Lines))]
    public async Task A_dumb_terminal_gets_none(string line)
    {
        var told = await OnTerminalAsync(line, new() { ["TERM"] = "dumb" });

        told.ShouldNotContain(Escape);
        told.ShouldNotContain("%", customMessage: "no bar either");
    }

    [Theory, MemberData(nameof(Lines))]
    public async Task A_pipe_gets_none_whatever_the_environment_says(string line)
    {
        using var ended = await new OtherProgram(folder.Path, new Dictionary<string, string> { ["TERM"] = "xterm-256color", ["CLICOLOR_FORCE"] = "1", ["FORCE_COLOR"] = "1", ["GITHUB_ACTIONS"] = "true" }, "dotnet", [CommandFile.Path, .. (await WithIdAsync(line)).Split(' ')]).EndAsync();

        ended.ExitCode.ShouldBe(0, ended.Told);
        ended.Told.ShouldNotContain(Escape);
        ended.Error.ShouldBeEmpty("no bar");
    }

    [Fact]
    public async Task A_bar_is_on_standard_error_alone()
    {
        var told = await OnTerminalAsync($"generate --vendor {Vendors.First} --count 100000 > out.json", new() { ["TERM"] = "xterm-256color" });

        told.ShouldContain("customers");
        var lines = await File.ReadAllLinesAsync(folder.Of("out.json"));
        lines.Length.ShouldBe(100_000);
        lines.ShouldAllBe(line => line.StartsWith('{') && line.EndsWith('}'));
    }

    /// <summary>What a terminal would get; script(1) is one.</summary>
    private async Task<string> OnTerminalAsync(string line, Dictionary<string, string> environment)
    {
        Assert.SkipUnless(OtherProgram.IsHere("script"), "no script (util-linux) on this machine");
        using var ended = await new OtherProgram(folder.Path, environment, "script", "--quiet", "--return", "--command", $"dotnet '{CommandFile.Path}' {await WithIdAsync(line)}", "/dev/null").EndAsync();
        ended.ExitCode.ShouldBe(0, ended.Told);
        return ended.Told;
    }

    private async Task<string> WithIdAsync(string line) => line == Explain ? $"explain {Vendors.First} {await fixture.IdAsync(Vendors.First)}" : line;
}
