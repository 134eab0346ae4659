using MockCustomers.Diagnostics;
using MockCustomers.Journal;
using MockCustomers.Server;

namespace MockCustomers.Cli.Serving;

/// <summary>Says what happens. What went wrong goes to standard error, all else to standard output.</summary>
internal interface ILog
{
    /// <summary>Whether a person reads it.</summary>
    bool IsForPeople { get; }

    /// <summary>The file of settings that counts.</summary>
    void Configured(string file);

    /// <summary>Every vendor listens.</summary>
    void Started(SandboxServer sandbox);

    /// <summary>Everything was answered, nobody listens any more.</summary>
    void Stopped();

    /// <summary>A folder of vendors that is not read, because the user has a vendor of the same name.</summary>
    void Hidden(string folder);

    /// <summary>What became of changed files.</summary>
    void Reloaded(ReloadReport report);

    /// <summary>An exchange with a vendor, as a line.</summary>
    string Line(JournalEntry entry);

    /// <summary>So many exchanges that could not be told, because they came faster than lines could be written.</summary>
    string Untold(long count);

    /// <summary>A mistake in a spec, manifest, fixture or country file.</summary>
    void Invalid(Diagnostic diagnostic);

    /// <summary>A vendor failed where it should not have.</summary>
    void Unexpected(string vendor, Exception exception);

    /// <summary>The command ends with an exit code other than 0.</summary>
    void Failed(string message, int exitCode);
}
