using MockCustomers.Diagnostics;
using MockCustomers.Server;

namespace MockCustomers.Cli.Serving;

/// <summary>Says what happens. What went wrong goes to standard error, all else to standard output.</summary>
internal interface ILog
{
    /// <summary>Every vendor listens.</summary>
    void Started(Sandbox sandbox);

    /// <summary>Everything was answered, nobody listens any more.</summary>
    void Stopped();

    /// <summary>A mistake in a spec, manifest, fixture or country file.</summary>
    void Invalid(Diagnostic diagnostic);

    /// <summary>A vendor failed where it should not have.</summary>
    void Unexpected(string vendor, Exception exception);

    /// <summary>The command ends with an exit code other than 0.</summary>
    void Failed(string message, int exitCode);
}
