using System.CommandLine;
using MockCustomers.Cli.Completion;
using MockCustomers.Cli.Export;
using MockCustomers.Customers;
using MockCustomers.Server;

namespace MockCustomers.Cli.Flags;

/// <summary>The flags of generate.</summary>
internal sealed class GenerateFlags
{
    private readonly PopulationFlags population = new();

    private readonly Flag<string> vendor;

    private readonly Flag<long?> count = new(
        "--count", "N", "How many; default: all there are. Without --population, it grows to hold them", null, Values.Number(0, Population.Largest), isInEnvironment: false);

    private readonly Flag<long?> from = new(
        "--from", "N", "How many of the newest to leave out before the first one", "0", Values.Number(0, Population.Largest), isInEnvironment: false);

    private readonly Flag<ExportForm> format = new(
        "--format", "ndjson|json|csv", "An object a line, one array, or a row a customer", "ndjson", Values.OneOf<ExportForm>, isInEnvironment: false);

    private readonly Flag<string> output = new("--output", "FILE", "Where to; it appears when it is complete. - for standard output", "-", Values.FileName, isInEnvironment: false);

    private readonly Flag<string> kind;

    private readonly Flag<string> state;

    public GenerateFlags()
    {
        vendor = new("--vendor", "NAME", "The vendor whose customers to write", null, Values.Text, isInEnvironment: false)
        {
            Required = true,
            Suggested = asked => Suggestions.Vendors(asked, population.Folders),
        };
        kind = new("--kind", "KIND", "Only customers of this kind", null, Values.Text, isInEnvironment: false) { Suggested = asked => Suggestions.Groups(() => Settings(asked), group => group.Kind) };
        state = new("--state", "STATE", "Only customers in this state", null, Values.Text, isInEnvironment: false) { Suggested = asked => Suggestions.Groups(() => Settings(asked), group => group.State) };
    }

    public void AddTo(Command command)
    {
        foreach (var flag in new Option[] { vendor, count, from, format, output, kind, state }) command.Add(flag);
        population.AddTo(command);
    }

    public ExportForm Format(ParseResult asked) => format.Of(asked);

    public string Output(ParseResult asked) => output.Of(asked)!;

    public Selection Selection(ParseResult asked) => new(from.Of(asked)!.Value, count.Of(asked), kind.Of(asked), state.Of(asked));

    /// <exception cref="FailureException">There is no such vendor.</exception>
    public SandboxSettings Settings(ParseResult asked)
    {
        var settings = population.Settings(asked);
        VendorsFlag.Check(vendor.Of(asked)!, settings);
        return settings with { Vendors = [vendor.Of(asked)!] };
    }
}
