using System.CommandLine;
using MockCustomers.Cli.Completion;
using MockCustomers.Cli.Exchanges;
using MockCustomers.Server;

namespace MockCustomers.Cli.Flags;

/// <summary>The flags of export.</summary>
internal sealed class ExportFlags
{
    /// <summary>As many as a file that people look into can hold.</summary>
    private const long MostCustomers = 1000;

    private readonly PopulationFlags population = new(isSized: false);

    private readonly Flag<string> vendor;

    private readonly Flag<ExchangeForm> format = new(
        "--format", "msw|json|har|postman|http", "Handlers for Mock Service Worker, a database for json-server, an HTTP archive, a Postman collection, or requests for editors", null, Values.OneOf<ExchangeForm>, isInEnvironment: false)
    { Required = true };

    private readonly Flag<long?> count = new(
        "--count", "N", "How many customers the vendor has; 50 show every kind and state", "50", Values.Number(1, MostCustomers), isInEnvironment: false);

    private readonly Flag<string> baseUrl = new(
        "--base-url", "URL", "What clients have in place of the URL of the vendor's own API; default: that URL for msw and har, the sandbox's for all else", null, Values.Url, isInEnvironment: false);

    private readonly Flag<string> output = new("--output", "FILE", "Where to; it appears when it is complete. - for standard output", "-", Values.FileName, isInEnvironment: false);

    public ExportFlags() => vendor = new("--vendor", "NAME", "The vendor whose replies to write", null, Values.Text, isInEnvironment: false)
    {
        Required = true,
        Suggested = asked => Suggestions.Vendors(asked, population.Folders),
    };

    public void AddTo(Command command)
    {
        foreach (var flag in new Option[] { vendor, format, count, baseUrl, output }) command.Add(flag);
        population.AddTo(command);
    }

    public ExchangeForm Format(ParseResult asked) => format.Of(asked);

    public string Output(ParseResult asked) => output.Of(asked)!;

    /// <summary>null for the default.</summary>
    public string? BaseUrl(ParseResult asked) => baseUrl.Of(asked);

    /// <exception cref="FailureException">There is no such vendor.</exception>
    public SandboxSettings Settings(ParseResult asked)
    {
        var settings = population.Settings(asked);
        VendorsFlag.Check(vendor.Of(asked)!, settings);
        return settings with { Vendors = [vendor.Of(asked)!], Options = settings.Options with { Population = count.Of(asked) } };
    }
}
