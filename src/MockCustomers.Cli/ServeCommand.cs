using System.CommandLine;
using MockCustomers.Cli.Flags;
using MockCustomers.Cli.Serving;
using MockCustomers.Server;

namespace MockCustomers.Cli;

/// <summary>serve: the vendors on their ports, until it is told to stop.</summary>
internal static class ServeCommand
{
    /// <summary>How long the requests under way may take to end.</summary>
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(10);

    public static Command Make(ServeFlags flags)
    {
        var command = new Command("serve", "Serve the vendors, each on its own port. What happens without a command, too");
        Fill(command, flags);
        return command;
    }

    /// <summary>Lets a command serve.</summary>
    public static void Fill(Command command, ServeFlags flags)
    {
        flags.AddTo(command);
        command.SetAction((asked, stop) =>
        {
            var log = flags.Log(asked);
            return Failures.RunAsync(log, () => ServeAsync(flags, asked, log, stop));
        });
    }

    private static async Task<int> ServeAsync(ServeFlags flags, ParseResult asked, ILog log, CancellationToken stop)
    {
        // Signals are listened to once the command has handed back its thread, and so they are while it starts.
        await Task.Yield();
        var settings = flags.Settings(asked) with { OnUnexpected = log.Unexpected, OnReloaded = log.Reloaded };
        await using var requests = flags.LogsRequests(asked) ? new RequestLog(log) : null;
        if (requests is not null) settings = settings with { OnAnswered = requests.Add };
        Expect(flags.Fingerprint(asked), settings);
        try
        {
            await using var sandbox = await ProgressBar.WhileAsync("reading the vendors", log.IsForPeople, SandboxServer.StartAsync(settings, stop));
            if (flags.PortsFile(asked) is { } file) await PortsFile.WriteAsync(file, sandbox, stop);
            if (ServeFlags.Config(asked) is { } config) log.Configured(config);
            log.Started(sandbox);
            foreach (var hidden in SandboxFolder.Hidden(settings)) log.Hidden(hidden);
            GiveBack();
            await Task.Delay(Timeout.Infinite, stop).ContinueWith(_ => { }, TaskScheduler.Default);
            using var deadline = new CancellationTokenSource(Drain);
            await sandbox.StopAsync(deadline.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Told to stop before everybody listened, or when the time for draining was over: that, too, is stopping.
        }

        log.Stopped();
        return ExitCode.Done;
    }

    /// <summary>What reading specs and manifests left behind goes back to the machine before the first request.</summary>
    private static void GiveBack() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);

    private static void Expect(string? fingerprint, SandboxSettings settings)
    {
        if (fingerprint is null) return;
        var found = Fingerprint.Of(settings);
        if (!found.Equals(fingerprint, StringComparison.OrdinalIgnoreCase))
            throw new FailureException(ExitCode.OtherFingerprint, $"the fingerprint is {found}, not {fingerprint}: files, options or the engine differ");
    }
}
