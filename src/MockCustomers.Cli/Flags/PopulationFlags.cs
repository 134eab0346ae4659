using System.CommandLine;
using MockCustomers.Customers;
using MockCustomers.Server;
using MockCustomers.Vendors;

namespace MockCustomers.Cli.Flags;

/// <summary>The flags that say who the customers are; every command that has customers takes them.</summary>
internal sealed class PopulationFlags
{
    private readonly FolderFlags folders = new();

    private readonly Option<string> seed = Flag.Of(
        "--seed", "TEXT", "Equal seeds give equal customers", new SandboxOptions().Seed.Text, Values.Text);

    private readonly Option<long?> population = Flag.Of<long?>(
        "--population", "N", "Customers a vendor, up to 10^12; default: as its manifest says, else 100000", null, text => Values.Whole(0, Population.Largest)(text));

    private readonly Option<DateTimeOffset> now = Flag.Of(
        "--now", "DATE", "The sandbox's date, which stands still", SandboxOptions.DefaultNow, Values.Date);

    private readonly Option<bool> quirks = Flag.Of(
        "--quirks", "on|off", "Whether a few customers are as untidy as the vendor's own pages", true, Values.OnOff);

    public void AddTo(Command command)
    {
        command.Add(seed);
        command.Add(population);
        command.Add(now);
        command.Add(quirks);
        folders.AddTo(command);
    }

    public SandboxSettings Settings(ParseResult asked) => folders.Settings(asked) with
    {
        Options = new SandboxOptions
        {
            Seed = new Seed(asked.GetValue(seed)!),
            Population = asked.GetValue(population),
            Now = asked.GetValue(now),
            Quirks = asked.GetValue(quirks),
        },
    };
}
