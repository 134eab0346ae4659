namespace MockCustomers.Cli.Tests;

/// <summary>The help is approved: a changed one is a changed product.</summary>
public sealed class HelpTests
{
    [Theory]
    [InlineData("mockcustomers")]
    [InlineData("serve")]
    [InlineData("validate")]
    [InlineData("healthcheck")]
    [InlineData("generate")]
    [InlineData("export")]
    [InlineData("explain")]
    [InlineData("drift")]
    [InlineData("convert")]
    [InlineData("listen")]
    [InlineData("verify-signature")]
    [InlineData("mcp")]
    [InlineData("init")]
    [InlineData("completion")]
    public async Task The_help_is_the_approved_one(string command)
    {
        using var ended = await Command.RunAsync(command == "mockcustomers" ? ["--help"] : [command, "--help"]);

        ended.ExitCode.ShouldBe(0);
        Approved.Matches($"{command}.help", ended.Output, "Approved");
    }

    [Fact]
    public async Task The_version_is_that_of_the_build()
    {
        using var ended = await Command.RunAsync("--version");

        ended.ExitCode.ShouldBe(0);
        ended.Output.ShouldMatch(@"^\d+\.\d+\.\d+");
    }
}
