using System.Security.Cryptography;
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
        if (FullBuild.SignalExport is { } make) return Made(make, variables);
        Console.Error.WriteLine($"OTEL_EXPORTER_OTLP_… names a collector, and this build, which is compiled ahead of time, sends nothing; {FullBuild.Where}. GET /metrics is here, too");
        return null;
    }

    /// <remarks>Most variables are the SDK's to read: it goes on with a default for some that make no sense, and throws for others.</remarks>
    private static ISignalExport Made(Func<OtlpVariables, ISignalExport> make, OtlpVariables variables)
    {
        try
        {
            return make(variables);
        }
        catch (Exception unusable) when (unusable is ArgumentException or InvalidOperationException or IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new FailureException(ExitCode.Usage, $"OTEL_…: nothing can be sent as these variables say: {unusable.Message.ReplaceLineEndings(" ")}");
        }
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
