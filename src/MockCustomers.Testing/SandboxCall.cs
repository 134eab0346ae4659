using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using MockCustomers.Exchange;
using MockCustomers.Journal;

namespace MockCustomers.Testing;

/// <summary>A call of a vendor, and what came of it.</summary>
public sealed class SandboxCall
{
    private readonly JournalEntry entry;

    internal SandboxCall(JournalEntry entry)
    {
        this.entry = entry;
        Headers = new SandboxHeaders(entry.Headers);
    }

    /// <summary>Counts the session's calls, from 1.</summary>
    public long Number => entry.Number;

    /// <summary>The vendor's name.</summary>
    public string Vendor => entry.Vendor;

    /// <summary>The operation's id; null when the path or the method is none's.</summary>
    public string? Operation => entry.Operation;

    /// <summary>As it was sent, such as GET.</summary>
    public string Method => entry.Method;

    /// <summary>The path as it was sent, without the query.</summary>
    public string Path => entry.Target.Split('?', 2)[0];

    /// <summary>The query as it was sent, without its question mark; empty when there was none.</summary>
    public string Query => entry.Target.Split('?', 2) is [_, var query] ? query : "";

    /// <summary>The status of the reply. Of a connection that broke on purpose: what would have been answered.</summary>
    public int Status => entry.Status;

    /// <summary>The request's headers, but for the values of credentials: a list, in which <c>Headers["content-type"]</c> finds one.</summary>
    public SandboxHeaders Headers { get; }

    /// <summary>The request's body as text, 16 KiB of it at most; empty when there was none.</summary>
    public string Body => Encoding.UTF8.GetString(entry.Body.Span);

    /// <summary>The request's body as JSON; null when it is none.</summary>
    public JsonNode? Json => PlainJson.TryParse(entry.Body.Span, out var json) ? json : null;

    /// <summary>The customer whom the path names by its id; null for none.</summary>
    public string? Customer => entry.Customer;

    /// <summary>Why it was refused, or which fault struck; null when neither was.</summary>
    public string? Reason => RefusalReason.Of(entry);

    /// <summary>When it was answered, by the world's clock.</summary>
    public DateTimeOffset At => DateTimeOffset.UnixEpoch.AddMicroseconds(entry.SandboxTime);

    /// <summary>The call in a line: method, address, status, operation, and why it was refused.</summary>
    public override string ToString()
    {
        var line = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"{entry.Vendor}  {entry.Method} {entry.Target} -> {entry.Status}"));
        if (Operation is { } operation) line.Append("  ").Append(operation);
        if (Reason is { } reason) line.Append("  ").Append(reason);
        return line.ToString();
    }
}
