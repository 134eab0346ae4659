using System.Runtime.InteropServices;

namespace MockCustomers.Cli;

/// <summary>Listens to what tells a process to stop: SIGINT, SIGTERM, and SIGHUP of a terminal that is closed.</summary>
/// <remarks>
/// The first asks the command to end; a second one ends the process at once, as it would have without a listener. What comes right after
/// the first is its echo: a process group is told together, and npm and others tell their children what they were told.
/// </remarks>
internal sealed class StopSignals : IDisposable
{
    private static readonly TimeSpan Echo = TimeSpan.FromMilliseconds(250);
    private readonly CancellationTokenSource stop = new();
    private readonly PosixSignalRegistration[] registrations;
    private long first;

    public StopSignals() => registrations = [Register(PosixSignal.SIGINT), Register(PosixSignal.SIGTERM), Register(PosixSignal.SIGHUP)];

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Stop => stop.Token;

    public void Dispose()
    {
        foreach (var registration in registrations) registration.Dispose();
        stop.Dispose();
    }

    private PosixSignalRegistration Register(PosixSignal signal) => PosixSignalRegistration.Create(signal, Hear);

    private void Hear(PosixSignalContext signal)
    {
        var isFirst = Interlocked.CompareExchange(ref first, TimeProvider.System.GetTimestamp(), 0) == 0;
        if (!isFirst && TimeProvider.System.GetElapsedTime(first) > Echo) return;
        signal.Cancel = true;
        if (isFirst) stop.Cancel();
    }
}
