using System.CommandLine;
using MockCustomers.Cli.Completion;
using MockCustomers.Cli.Flags;
using MockCustomers.Cli.Serving;

namespace MockCustomers.Cli.Webhooks;

/// <summary>listen: a receiver of webhooks, for those who have none yet.</summary>
internal static class ListenCommand
{
    public static Command Make()
    {
        var folders = new FolderFlags();
        var vendor = new Flag<string>("--vendor", "NAME", "The vendor that sends; default: the one whose signature's headers a webhook has", null, Values.Text, isInEnvironment: false) { Suggested = asked => Suggestions.Vendors(asked, folders) };
        var host = new Flag<string>("--host", "ADDRESS", "The address to listen on", "127.0.0.1", Values.Address, isInEnvironment: false);
        var port = new Flag<long?>("--port", "N", "The port to listen on; 0 for a free one", "9000", Values.Number(0, ushort.MaxValue), isInEnvironment: false);
        var secret = new Flag<string>("--secret", "SECRET", "What the webhooks are signed with; default: the sandbox's API key, for vendors that sign with it", null, Values.Some("a secret"));
        var fail = new Flag<long?>("--fail-every", "N", "Answer each N-th webhook with 500, to see it come again; 0 for none", "0", Values.Number(0, 1_000_000), isInEnvironment: false);
        var command = new Command("listen", "Receive webhooks on a port, verify their signatures, and print each") { vendor, host, port, secret, fail };
        folders.AddTo(command);
        command.SetAction((asked, stop) => Failures.RunAsync(new TextLog(), async () =>
        {
            // Signals are listened to once the command has handed back its thread.
            await Task.Yield();
            var settings = folders.Settings(asked);
            if (vendor.Of(asked) is { } name)
            {
                VendorsFlag.Check(name, settings);
                settings = settings with { Vendors = [name] };
            }

            var senders = KnownSender.Of(settings, secret.Of(asked));
            await new WebhookReceiver(senders, fail.Of(asked)!.Value, TimeProvider.System).RunAsync(host.Of(asked)!, (int)port.Of(asked)!.Value, stop);
            return ExitCode.Done;
        }));
        return command;
    }
}
