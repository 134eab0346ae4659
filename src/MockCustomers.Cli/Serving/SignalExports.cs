using MockCustomers.Server;
using MockCustomers.Server.Telemetry;

namespace MockCustomers.Cli.Serving;

/// <summary>Lets a sandbox tell a collector what it does, where the environment names one.</summary>
internal static class SignalExports
{
    /// <summary>What sends; null where nothing is to be sent.</summary>
    /// <exception cref="FailureException">The variables make no sense.</exception>
    /// <remarks>A build without it serves all the same, and says so: these variables are often set for everything on a machine.</remarks>
    public static ISignalExport? Of(OtlpVariables variables)
    {
        if (!variables.Any) return null;
        if (variables.Mistakes is { Count: > 0 } mistakes) throw new FailureException(ExitCode.Usage, string.Join('\n', mistakes));
        if (FullBuild.SignalExport is { } make) return make(variables);
        Console.Error.WriteLine($"OTEL_EXPORTER_OTLP_… names a collector, and this build, which is compiled ahead of time, sends nothing; {FullBuild.Where}. GET /metrics is here, too");
        return null;
    }

    /// <summary>Settings that tell it, too.</summary>
    public static SandboxSettings Telling(ISignalExport export, SandboxSettings settings) => settings with
    {
        OnAnswered = settings.OnAnswered + export.Answered,
        OnUnexpected = settings.OnUnexpected + export.Unexpected,
        OnReloaded = settings.OnReloaded + export.Reloaded,
        OnAttempted = export.Attempted,
    };
}
