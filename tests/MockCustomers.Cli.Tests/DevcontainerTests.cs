using System.Globalization;
using System.Text.Json.Nodes;

namespace MockCustomers.Cli.Tests;

/// <summary>The repository opens in a container that can build it.</summary>
public sealed class DevcontainerTests
{
    private static readonly JsonNode Container = JsonNode.Parse(RepositoryFiles.Text(".devcontainer", "devcontainer.json"))!;

    [Fact]
    public void It_has_the_SDK_that_the_repository_asks_for()
    {
        var sdk = (string)JsonNode.Parse(RepositoryFiles.Text("global.json"))!["sdk"]!["version"]!;

        ((string)Container["image"]!).ShouldEndWith($"/dotnet:{string.Join('.', sdk.Split('.')[..2])}");
    }

    [Fact]
    public void It_forwards_the_ports_of_the_control_port_and_of_every_vendor() =>
        Container["forwardPorts"]!.AsArray().Select(port => (int)port!).ShouldBe(Enumerable.Range(4010, Vendors.Names.Count + 1));

    [Fact]
    public void It_installs_the_browser_the_compiler_and_the_shells_that_tests_ask_for()
    {
        var command = (string)Container["postCreateCommand"]!;
        var installed = RepositoryFiles.Text(".ci", "tools").Split([' ', '\n']);
        foreach (var tool in new[] { "chromium", "clang", "zlib1g-dev", "zsh", "fish", "util-linux" })
        {
            command.ShouldContain($" {tool} ");
            installed.ShouldContain(tool);
        }

        command.ShouldEndWith("dotnet build --nologo");
        ((string)Container["features"]!["ghcr.io/devcontainers/features/node:1"]!["version"]!).ShouldSatisfyAllConditions(version => int.Parse(version, CultureInfo.InvariantCulture).ShouldBeGreaterThanOrEqualTo(18));
    }
}
