using System.CommandLine;
using MockCustomers.Customers;
using MockCustomers.Server;
using MockCustomers.Vendors;

namespace MockCustomers.Cli.Flags;

/// <summary>The flags that say who the customers are; every command that has customers takes them.</summary>
/// <param name="isSized">Whether the user says here how many there are; otherwise the command has a flag of its own for it.</param>
internal sealed class PopulationFlags(bool isSized = true)
{
    private readonly FolderFlags folders = new();

    /// <summary>Where the vendors are.</summary>
    public FolderFlags Folders => folders;

    private readonly Flag<string> seed = new("--seed", "TEXT", "Equal seeds give equal customers", new SandboxOptions().Seed.Text, Values.Text);

    private readonly Flag<long?> population = new(
        "--population", "N", "Customers a vendor, up to 10^12; default: as its manifest says, else 100000", null, Values.Number(0, Population.Largest));

    private readonly Flag<DateTimeOffset> now = new("--now", "DATE", "The sandbox's date (UTC)", Values.Written(SandboxOptions.DefaultNow), Values.Date);

    private readonly Flag<bool> quirks = new("--quirks", "on|off", "Whether a few customers are as untidy as the vendors' own pages", "on", Values.OnOff);

    public void AddTo(Command command)
    {
        command.Add(seed);
        if (isSized) command.Add(population);
        command.Add(now);
        command.Add(quirks);
        folders.AddTo(command);
    }

    /// <summary>Whether somebody named the sandbox's date.</summary>
    public bool IsDateGiven(ParseResult asked) => now.IsGiven(asked);

    public SandboxSettings Settings(ParseResult asked) => folders.Settings(asked) with
    {
        Options = new SandboxOptions
        {
            Seed = new Seed(seed.Of(asked)!),
            Population = isSized ? population.Of(asked) : null,
            Now = IsDateGiven(asked) ? now.Of(asked) : SandboxOptions.DefaultNow,
            Quirks = quirks.Of(asked),
        },
    };
}
