using System.CommandLine;
using System.Globalization;
using MockCustomers.Cli.Exchanges;
using MockCustomers.Cli.Export;
using MockCustomers.Cli.Flags;
using MockCustomers.Cli.Serving;
using MockCustomers.Exchange;
using MockCustomers.Server;
using MockCustomers.Vendors;

namespace MockCustomers.Cli;

/// <summary>export: what a vendor answers, in a file for tools that need no server.</summary>
internal static class ExportCommand
{
    public static Command Make()
    {
        var flags = new ExportFlags();
        var command = new Command("export", "Write what a vendor answers to a file for other tools: msw, json-server, HAR, Postman, .http");
        flags.AddTo(command);
        command.SetAction((asked, _) => Failures.RunAsync(new TextLog(), () => ExportAsync(flags, asked)));
        return command;
    }

    private static async Task<int> ExportAsync(ExportFlags flags, ParseResult asked)
    {
        var settings = flags.Settings(asked);
        var format = FormatOf(flags.Format(asked));
        var (vendor, offset) = SandboxFolder.Load(settings)[0];
        using (vendor)
        {
            using var written = new JsonBuffer();
            await format.WriteAsync(new ExportedVendor(vendor, flags.BaseUrl(asked) ?? BaseUrl(vendor, settings.PortBase + offset, format.IsForSandbox)), written);
            await Destination.WriteAsync(flags.Output(asked), stream => stream.WriteAsync(written.Written, CancellationToken.None).AsTask(), CancellationToken.None);
            return ExitCode.Done;
        }
    }

    private static IExchangeFormat FormatOf(ExchangeForm form) => form switch
    {
        ExchangeForm.Msw => new MswModule(),
        ExchangeForm.Har => new HarArchive(),
        ExchangeForm.Postman => new PostmanCollection(),
        ExchangeForm.Http => new HttpFile(),
        _ => new JsonDatabase(),
    };

    /// <summary>Where the vendor's own API is, or the sandbox; the sandbox, too, where the spec names no server.</summary>
    private static string BaseUrl(Vendor vendor, int port, bool isSandbox)
    {
        var server = isSandbox || vendor.Contract.Servers.Count == 0 ? string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}") : vendor.Contract.Servers[0].GetLeftPart(UriPartial.Authority);
        return server + vendor.BasePath;
    }
}
