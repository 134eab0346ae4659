using Microsoft.Extensions.Logging;
using MockCustomers.Events;
using MockCustomers.Journal;
using MockCustomers.Server;
using MockCustomers.Server.Telemetry;

namespace MockCustomers.Telemetry;

/// <summary>Says in log records what the sandbox's own log says: nothing of bodies, and no credential.</summary>
internal sealed class EventLog(ILogger logger)
{
    public void Started(SandboxServer sandbox) =>
        Say(LogLevel.Information, "started", $"serves {string.Join(", ", sandbox.Hosts.Select(host => host.Name))}", [("mockcustomers.control", sandbox.Control)]);

    public void Stopped() => Say(LogLevel.Information, "stopped", "serves no longer", []);

    public void Refused(JournalEntry entry)
    {
        var (fault, path) = (entry.Fault!, entry.Target.Split('?', 2)[0]);
        Say(LogLevel.Information, "refused", $"{entry.Method} {entry.Vendor} {path} {entry.Status}: {RefusalReason.WithoutValues(fault)}",
        [
            (Attributes.Vendor, entry.Vendor),
            (Attributes.Session, entry.Session),
            (Attributes.Operation, entry.Operation),
            (Attributes.Method, entry.Method),
            (Attributes.Path, path),
            (Attributes.Status, entry.Status),
            (Attributes.Refusal, fault.Kind.ToString()),
            (Attributes.RefusalPointers, fault.Violations.Count == 0 ? null : fault.Violations.Select(violation => violation.Pointer).ToArray()),
        ]);
    }

    public void NotDelivered(WebhookEvent attempt) =>
        Say(LogLevel.Warning, "webhook.failed", $"webhook {attempt.Subscription} of {attempt.Vendor} was not delivered: {attempt.Error}",
        [
            (Attributes.Vendor, attempt.Vendor),
            (Attributes.Webhook, attempt.Subscription),
            (Attributes.WebhookEvent, attempt.Name),
            (Attributes.Customer, attempt.Customer),
            (Attributes.Status, attempt.Status),
        ]);

    public void Reloaded(ReloadReport report)
    {
        if (!report.IsGood)
        {
            foreach (var diagnostic in report.Diagnostics) Say(LogLevel.Error, "invalid", diagnostic.ToString(), []);
            return;
        }

        string[] what = [Told("changed", report.Changed), Told("new", report.Added), Told("gone", report.Removed), Told("with other stubs", report.Stubs)];
        Say(LogLevel.Information, "reloaded", $"the files are served as they are now: {string.Join("; ", what.Where(part => part.Length > 0).DefaultIfEmpty("nothing changed"))}", [("mockcustomers.lost", report.Lost.Count)]);
    }

    public void Unexpected(string vendor, Exception exception) =>
        Say(LogLevel.Error, "unexpected", $"{vendor} failed where it should not have", [(Attributes.Vendor, vendor)], exception);

    private static string Told(string how, IReadOnlyCollection<string> vendors) => vendors.Count == 0 ? "" : $"{how}: {string.Join(", ", vendors)}";

    private void Say(LogLevel level, string name, string text, IEnumerable<(string Name, object? Value)> details, Exception? exception = null)
    {
        if (logger.IsEnabled(level)) logger.Log(level, new EventId(0, name), new LogDetails(text, details), exception, static (state, _) => state.Text);
    }
}
