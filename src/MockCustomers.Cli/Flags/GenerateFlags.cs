using System.CommandLine;
using MockCustomers.Cli.Export;
using MockCustomers.Customers;
using MockCustomers.Server;

namespace MockCustomers.Cli.Flags;

/// <summary>The flags of generate.</summary>
internal sealed class GenerateFlags
{
    private readonly PopulationFlags population = new();
    private readonly Option<string> vendor = new("--vendor") { Description = "The vendor whose customers to write", HelpName = "NAME", Required = true };

    private readonly Option<long?> count = Flag.Local<long?>(
        "--count", "N", "How many; default: all from --from on. More than --population's default has make the population grow", null, Number);

    private readonly Option<long> from = Flag.Local(
        "--from", "N", "The place of the first one in the vendor's list, newest first", 0L, text => Number(text)!.Value);

    private readonly Option<ExportForm> format = Flag.Local(
        "--format", "ndjson|json|csv", "An object a line, one array, or a row a customer with a column for each nested field", ExportForm.Ndjson, Values.OneOf<ExportForm>);

    private readonly Option<string> output = Flag.Local(
        "--output", "FILE", "Where to; a file appears when it is complete. - for standard output", "-", Values.Text);

    private readonly Option<string?> kind = Flag.Local<string?>("--kind", "KIND", "Only customers of this kind", null, Values.Text);

    private readonly Option<string?> state = Flag.Local<string?>("--state", "STATE", "Only customers in this state", null, Values.Text);

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { vendor, count, from, format, output, kind, state }) command.Add(option);
        population.AddTo(command);
    }

    public ExportForm Format(ParseResult asked) => asked.GetValue(format);

    public string Output(ParseResult asked) => asked.GetValue(output)!;

    public Selection Selection(ParseResult asked) => new(asked.GetValue(from), asked.GetValue(count), asked.GetValue(kind), asked.GetValue(state));

    /// <exception cref="FailureException">There is no such vendor.</exception>
    public SandboxSettings Settings(ParseResult asked)
    {
        var settings = population.Settings(asked);
        VendorsFlag.Check(asked.GetValue(vendor)!, settings.Specs);
        return settings with { Vendors = [asked.GetValue(vendor)!] };
    }

    private static long? Number(string text) => Values.Whole(0, Population.Largest)(text);
}
