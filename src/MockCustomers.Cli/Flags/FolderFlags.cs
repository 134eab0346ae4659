using System.CommandLine;
using MockCustomers.Server;

namespace MockCustomers.Cli.Flags;

/// <summary>The flags that say where the vendors are.</summary>
internal sealed class FolderFlags
{
    private readonly Option<string?> specs = Folder("--specs", "The folder of the vendors");

    private readonly Option<string?> fixtures = Folder("--fixtures", "The folder of the documented examples");

    public void AddTo(Command command)
    {
        command.Add(specs);
        command.Add(fixtures);
    }

    public SandboxSettings Settings(ParseResult asked) => new()
    {
        Specs = asked.GetValue(specs) ?? Path.Combine(AppContext.BaseDirectory, "specs"),
        Fixtures = asked.GetValue(fixtures) ?? Path.Combine(AppContext.BaseDirectory, "fixtures"),
    };

    private static Option<string?> Folder(string name, string description) =>
        Flag.Of<string?>(name, "DIR", $"{description}; default: the one beside the executable", null, Values.Folder);
}
