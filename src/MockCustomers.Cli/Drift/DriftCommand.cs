using System.CommandLine;
using MockCustomers.Cli.Flags;
using MockCustomers.Cli.Serving;
using MockCustomers.Server;

namespace MockCustomers.Cli.Drift;

/// <summary>drift: where a vendor's own API and its spec differ. Only reads.</summary>
internal static class DriftCommand
{
    public static Command Make()
    {
        var flags = new DriftFlags();
        var command = new Command("drift", "Tell where a vendor's own API differs from its spec: asks what only reads");
        flags.AddTo(command);
        command.SetAction((asked, stop) => Failures.RunAsync(new TextLog(), async () =>
        {
            var settings = flags.Settings(asked);
            using var vendor = SandboxFolder.Load(settings)[0].Vendor;
            var options = flags.Options(asked, vendor.Authenticator.Header, vendor.Authenticator.Sample);
            using var client = new DriftClient(options);
            var findings = await new DriftRun(vendor, options, client).RunAsync(stop);
            if (flags.IsJson(asked)) await Console.Out.WriteLineAsync(DriftReport.Text(DriftReport.ToJson(vendor.Name, options.Against, findings)));
            else await DriftReport.WriteAsync(Console.Out, vendor.Name, options.Against, findings);
            return findings.Any(finding => finding.Differences.Count > 0) ? ExitCode.Drift : ExitCode.Done;
        }));
        return command;
    }
}
