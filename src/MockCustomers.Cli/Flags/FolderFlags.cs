using System.CommandLine;
using MockCustomers.Cli.Configuration;
using MockCustomers.Server;

namespace MockCustomers.Cli.Flags;

/// <summary>The flags that say where the vendors are, and the settings.</summary>
internal sealed class FolderFlags
{
    private readonly Flag<string> specs = new("--specs", "DIR", "A folder of more vendors, beside those that come with the sandbox; of two of one name this one counts", null, Values.Folder);

    private readonly Flag<string> fixtures = new(
        "--fixtures", "DIR", "The folder of the documented examples of those vendors", null, Values.Folder);

    private readonly ConfigFlag config = new();

    public void AddTo(Command command)
    {
        command.Add(specs);
        command.Add(fixtures);
        command.Add(config);
    }

    public SandboxSettings Settings(ParseResult asked)
    {
        var builtIn = new VendorFiles(Path.Combine(AppContext.BaseDirectory, "specs"), Path.Combine(AppContext.BaseDirectory, "fixtures"));
        return new SandboxSettings { Specs = specs.Of(asked) ?? builtIn.Specs, Fixtures = fixtures.Of(asked) ?? builtIn.Fixtures, BuiltIn = builtIn };
    }
}
