namespace MockCustomers.Cli;

/// <summary>The command cannot end well, for a reason that the user can understand.</summary>
/// <param name="exitCode">One of <see cref="ExitCode"/>.</param>
internal sealed class FailureException(int exitCode, string message) : Exception(message)
{
    public int ExitCode => exitCode;
}
