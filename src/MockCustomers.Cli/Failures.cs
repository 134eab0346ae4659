using MockCustomers.Cli.Serving;
using MockCustomers.Diagnostics;
using MockCustomers.Server;

namespace MockCustomers.Cli;

/// <summary>Turns what went wrong into words and an exit code; the one place that does.</summary>
internal static class Failures
{
    /// <summary>Runs a command to its exit code.</summary>
    public static async Task<int> RunAsync(ILog log, Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (InvalidSandboxException invalid)
        {
            foreach (var diagnostic in invalid.Diagnostics) log.Invalid(diagnostic);
            return ExitCode.Invalid;
        }
        catch (Exception exception) when (Code(exception) is { } code)
        {
            log.Failed(exception.Message, code);
            return code;
        }
    }

    /// <summary>null for a mistake of ours, which is to be seen with its stack.</summary>
    private static int? Code(Exception exception) => exception switch
    {
        FailureException failure => failure.ExitCode,
        PortInUseException => ExitCode.PortInUse,
        IOException or UnauthorizedAccessException => ExitCode.Failed,
        _ => null,
    };
}
