using System.CommandLine;
using MockCustomers.Cli.Completion;
using MockCustomers.Cli.Flags;
using MockCustomers.Cli.Serving;
using MockCustomers.Server;
using MockCustomers.Webhooks.Signatures;

namespace MockCustomers.Cli.Webhooks;

/// <summary>verify-signature: whether a webhook's signature is that of a secret and a body, and if not, why.</summary>
internal static class VerifySignatureCommand
{
    public static Command Make()
    {
        var folders = new FolderFlags();
        var vendor = new Flag<string>("--vendor", "NAME", "The vendor that sent it", null, Values.Text, isInEnvironment: false) { Required = true, Suggested = asked => Suggestions.Vendors(asked, folders) };
        var secret = new Flag<string>("--secret", "SECRET", "What it should be signed with; default: the sandbox's API key, for vendors that sign with it", null, Values.Some("a secret"));
        var body = new Flag<string>("--body", "FILE", "The body, byte for byte as it was received; - for standard input", null, Values.FileName, isInEnvironment: false) { Required = true };
        var headers = new Option<string[]>("--header") { HelpName = "NAME: VALUE", Description = "A header as it was received; repeatable", Required = true };
        var at = new Flag<DateTimeOffset?>("--at", "DATE", "When it was received, by which its age is judged; default: now", null, text => Values.Date(text), isInEnvironment: false);
        var command = new Command("verify-signature", "Tell whether a webhook's signature matches, and if not, why: exit code 0 when it does, else 7") { vendor, secret, body, headers, at };
        folders.AddTo(command);
        command.Validators.Add(asked =>
        {
            foreach (var header in asked.GetValue(headers) ?? [])
                if (header.IndexOf(':', StringComparison.Ordinal) <= 0) asked.AddError($"--header: '{header}' is not right; a name, a colon and a value");
        });
        command.SetAction((asked, stop) => Failures.RunAsync(new TextLog(), async () =>
        {
            var settings = folders.Settings(asked);
            VendorsFlag.Check(vendor.Of(asked)!, settings);
            var received = new ReceivedWebhook([.. asked.GetValue(headers)!.Select(Header)], await ReadAsync(body.Of(asked)!, stop));
            var now = at.Of(asked) ?? TimeProvider.System.GetUtcNow();
            return Tell(settings with { Vendors = [vendor.Of(asked)!] }, secret.Of(asked), received, now);
        }));
        return command;
    }

    private static int Tell(SandboxSettings settings, string? secret, ReceivedWebhook received, DateTimeOffset now)
    {
        var sender = KnownSender.Of(settings, secret)[0];
        if (sender.Secret is not { } known) throw new FailureException(ExitCode.Usage, $"{sender.Vendor} signs with a secret of the subscription: --secret SECRET");
        var verdict = sender.Rules.Signature.Verify(received, known, now.ToUnixTimeMilliseconds());
        Console.WriteLine(verdict.Matches ? $"ok  the signature is that of this secret and body ({sender.Rules.Signature.Name})" : $"no  {verdict.Reason}");
        return verdict.Matches ? ExitCode.Done : ExitCode.SignatureMismatch;
    }

    private static async Task<byte[]> ReadAsync(string file, CancellationToken stop)
    {
        if (file != "-") return await File.ReadAllBytesAsync(file, stop);
        using var whole = new MemoryStream();
        await using var input = Console.OpenStandardInput();
        await input.CopyToAsync(whole, stop);
        return whole.ToArray();
    }

    private static KeyValuePair<string, string> Header(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var value = text[(colon + 1)..];
        return KeyValuePair.Create(text[..colon].Trim(), value.StartsWith(' ') ? value[1..] : value);
    }
}
