using System.CommandLine;
using MockCustomers.Server;

namespace MockCustomers.Cli.Flags;

/// <summary>The flags that say where the vendors are.</summary>
internal sealed class FolderFlags
{
    private readonly Flag<string> specs = new("--specs", "DIR", "The vendors' folder; default: specs beside the executable", null, Values.Folder);

    private readonly Flag<string> fixtures = new(
        "--fixtures", "DIR", "The documented examples' folder; default: fixtures beside the executable", null, Values.Folder);

    public void AddTo(Command command)
    {
        command.Add(specs);
        command.Add(fixtures);
    }

    public SandboxSettings Settings(ParseResult asked) => new()
    {
        Specs = specs.Of(asked) ?? Path.Combine(AppContext.BaseDirectory, "specs"),
        Fixtures = fixtures.Of(asked) ?? Path.Combine(AppContext.BaseDirectory, "fixtures"),
    };
}
