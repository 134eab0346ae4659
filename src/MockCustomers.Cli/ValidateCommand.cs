using System.CommandLine;
using MockCustomers.Cli.Flags;
using MockCustomers.Cli.Serving;
using MockCustomers.Server;

namespace MockCustomers.Cli;

/// <summary>validate: everything that would stop serve from starting, and everything served that the specs do not describe; nobody listens.</summary>
internal static class ValidateCommand
{
    public static Command Make()
    {
        var folders = new FolderFlags();
        var vendors = new VendorsFlag(folders);
        var command = new Command("validate", "Check specs, manifests and fixtures, and what would be served of them");
        vendors.AddTo(command);
        folders.AddTo(command);
        command.SetAction((asked, _) => Failures.RunAsync(new TextLog(), () =>
        {
            var settings = folders.Settings(asked);
            return ValidateAsync(settings with { Vendors = vendors.Names(asked, settings) });
        }));
        return command;
    }

    private static async Task<int> ValidateAsync(SandboxSettings settings)
    {
        IReadOnlyList<CheckedVendor> served = [];
        var count = settings.Vendors.Count > 0 ? settings.Vendors.Count : SandboxFolder.Names(settings).Count;
        await ProgressBar.RunAsync("vendors", count, async done => served = await SandboxFolder.CheckAsync(settings, () => done(1)));
        foreach (var hidden in SandboxFolder.Hidden(settings)) await Console.Out.WriteLineAsync($"--  {ShownPath.Of(hidden)} is not read: --specs has a vendor of that name");
        foreach (var vendor in served)
        {
            await Console.Out.WriteLineAsync($"ok  {vendor.Name}  {vendor.Operations} operations");
            foreach (var untried in vendor.Untried) await Console.Out.WriteLineAsync($"    not tried: {untried}");
        }

        return ExitCode.Done;
    }
}
