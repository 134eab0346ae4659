namespace MockCustomers.Cli.Tests;

/// <summary>validate, and what serve says to the same mistakes.</summary>
public sealed class ValidateTests
{
    [Fact]
    public async Task The_vendors_are_fine()
    {
        using var ended = await Command.RunAsync("validate");

        ended.ExitCode.ShouldBe(0);
        ended.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(Vendors.Names.Count);
        foreach (var vendor in Vendors.Names) ended.Output.ShouldMatch($@"(?m)^ok  {vendor}  \d+ operations$");
    }

    [Theory]
    [InlineData("validate")]
    [InlineData("serve")]
    public async Task Every_mistake_is_told_on_a_line_of_its_own(string command)
    {
        using var folder = new TemporaryFolder();
        var specs = folder.CopyOf(Vendors.Specs);
        foreach (var vendor in Vendors.Names.Take(2))
            await File.AppendAllTextAsync(Path.Combine(specs, vendor, "vendor.yaml"), "\nfrobnicate: true\n");

        using var ended = await Command.RunAsync(command, "--specs", specs);

        ended.ExitCode.ShouldBe(3);
        ended.Output.ShouldBeEmpty();
        var lines = ended.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(2);
        lines.ShouldAllBe(line => line.Contains("vendor.yaml#/", StringComparison.Ordinal) && line.Contains("frobnicate") && line.Contains("; "));
    }

    [Fact]
    public async Task A_folder_without_vendors_is_a_mistake_too()
    {
        using var folder = new TemporaryFolder();

        using var ended = await Command.RunAsync("validate", "--specs", folder.Path);

        ended.ExitCode.ShouldBe(3);
        ended.Error.ShouldContain("there is no vendor here");
    }
}
