using System.Runtime.CompilerServices;

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
    [InlineData("explain")]
    public async Task The_help_is_the_approved_one(string command)
    {
        using var ended = await Command.RunAsync(command == "mockcustomers" ? ["--help"] : [command, "--help"]);

        ended.ExitCode.ShouldBe(0);
        await ApproveAsync($"{command}.help", ended.Output);
    }

    [Fact]
    public async Task The_version_is_that_of_the_build()
    {
        using var ended = await Command.RunAsync("--version");

        ended.ExitCode.ShouldBe(0);
        ended.Output.ShouldMatch(@"^\d+\.\d+\.\d+");
    }

    /// <summary>Compares with NAME.approved.txt; what differs is left as NAME.received.txt beside it, to be read and renamed.</summary>
    private static async Task ApproveAsync(string name, string received, [CallerFilePath] string here = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(here)!, "Approved");
        var approved = Path.Combine(folder, name + ".approved.txt");
        var text = File.Exists(approved) ? await File.ReadAllTextAsync(approved) : "";
        if (text == received) return;
        await File.WriteAllTextAsync(Path.Combine(folder, name + ".received.txt"), received);
        received.Split('\n').ShouldBe(text.Split('\n'));
    }
}
