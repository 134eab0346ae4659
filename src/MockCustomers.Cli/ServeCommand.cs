using System.CommandLine;
using MockCustomers.Cli.Flags;
using MockCustomers.Cli.Serving;
using MockCustomers.Server;
using MockCustomers.Server.Telemetry;

namespace MockCustomers.Cli;

/// <summary>serve: the vendors on their ports, until it is told to stop.</summary>
internal static class ServeCommand
{
    /// <summary>How long the requests under way may take to end.</summary>
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(10);

    /// <summary>How long after the start memory is given back: those who waited for the sandbox ask at once, and would be held up.</summary>
    private static readonly TimeSpan GiveBackAfter = TimeSpan.FromMilliseconds(150);

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
        flags.AddStdinTo(command);
        command.SetAction((asked, stop) =>
        {
            var log = flags.Log(asked);
            return Failures.RunAsync(log, () => RunAsync(flags, asked, log, Console.OpenStandardOutput(), (_, ending) => EndAsync(flags.EndsWithStdin(asked), ending), stop));
        });
    }

    /// <summary>What ends a sandbox besides a signal.</summary>
    private static Task EndAsync(bool withInput, CancellationToken ending) =>
        withInput ? StandardInput.EndAsync(Console.OpenStandardInput(), ending) : Task.Delay(Timeout.Infinite, ending);

    /// <summary>Serves, and tells of it.</summary>
    /// <param name="requests">Where each request is told.</param>
    /// <param name="until">Begins when everybody listens; when it ends, or is cancelled, the sandbox does.</param>
    public static async Task<int> RunAsync(ServeFlags flags, ParseResult asked, ILog log, Stream requests, Func<SandboxServer, CancellationToken, Task> until, CancellationToken stop)
    {
        // Signals are listened to once the command has handed back its thread, and so they are while it starts.
        await Task.Yield();
        var settings = flags.Settings(asked) with { OnUnexpected = log.Unexpected, OnReloaded = log.Reloaded };
        await using var told = flags.LogsRequests(asked) ? new RequestLog(log, requests) : null;
        if (told is not null) settings = settings with { OnAnswered = told.Add };
        using var export = SignalExports.Of(OtlpVariables.OfProcess);
        if (export is not null) settings = SignalExports.Telling(export, settings);
        Expect(flags.Fingerprint(asked), settings);
        try
        {
            await using var sandbox = await ProgressBar.WhileAsync("reading the vendors", log.IsForPeople, SandboxServer.StartAsync(settings, stop));
            if (flags.PortsFile(asked) is { } file) await PortsFile.WriteAsync(file, sandbox, stop);
            if (ServeFlags.Config(asked) is { } config) log.Configured(config);
            log.Started(sandbox);
            export?.Started(sandbox);
            foreach (var hidden in SandboxFolder.Hidden(settings)) log.Hidden(hidden);
            _ = GiveBackAsync(stop);
            await UntilAsync(until(sandbox, stop), stop);
            using var deadline = new CancellationTokenSource(Drain);
            await sandbox.StopAsync(deadline.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Told to stop before everybody listened, or when the time for draining was over: that, too, is stopping.
        }

        log.Stopped();
        export?.Stopped();
        return ExitCode.Done;
    }

    private static async Task UntilAsync(Task ending, CancellationToken stop)
    {
        try
        {
            await ending;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Told to stop: what is under way is answered first.
        }
    }

    /// <summary>What reading specs and manifests left behind goes back to the machine.</summary>
    private static async Task GiveBackAsync(CancellationToken stop)
    {
        await Task.Delay(GiveBackAfter, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!stop.IsCancellationRequested) GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    private static void Expect(string? fingerprint, SandboxSettings settings)
    {
        if (fingerprint is null) return;
        var found = Fingerprint.Of(settings);
        if (!found.Equals(fingerprint, StringComparison.OrdinalIgnoreCase))
            throw new FailureException(ExitCode.OtherFingerprint, $"the fingerprint is {found}, not {fingerprint}: files, options or the engine differ");
    }
}
