using MockCustomers.Events;
using MockCustomers.Journal;

namespace MockCustomers.Server.Telemetry;

/// <summary>Takes a sandbox's traces, metrics and logs to where its user collects them, until it is disposed of, which sends what is still waiting.</summary>
internal interface ISignalExport : IDisposable
{
    /// <summary>Every vendor listens.</summary>
    void Started(SandboxServer sandbox);

    /// <summary>Nobody listens any more.</summary>
    void Stopped();

    /// <summary>A vendor answered a request. Called on the thread that answered it.</summary>
    void Answered(JournalEntry entry);

    /// <summary>A webhook was sent, or could not be.</summary>
    void Attempted(WebhookEvent attempt);

    /// <summary>What became of changed files.</summary>
    void Reloaded(ReloadReport report);

    /// <summary>A vendor failed where it should not have.</summary>
    void Unexpected(string vendor, Exception exception);
}
