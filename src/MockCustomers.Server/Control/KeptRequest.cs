using System.Text;
using MockCustomers.Exchange;
using MockCustomers.Journal;
using MockCustomers.Sessions;
using MockCustomers.Vendors.Steps;

namespace MockCustomers.Server.Control;

/// <summary>A request out of the journal, made whole: with a credential of the sandbox's own where one was redacted.</summary>
internal sealed class KeptRequest
{
    /// <summary>As long as a target may be that the journal keeps whole.</summary>
    private const int LongestTarget = 2048;

    /// <summary>Headers of the connection, which whoever sends the request makes anew.</summary>
    private static readonly string[] Made = ["Host", "Content-Length", "Connection", "Transfer-Encoding", "Expect"];

    /// <summary>Headers that clients send of themselves, and that say nothing.</summary>
    private static readonly string[] Dull = ["User-Agent", "Accept-Encoding", "traceparent", "tracestate", "Request-Id", "Correlation-Context"];

    private readonly VendorHost host;
    private readonly JournalEntry entry;
    private readonly List<KeyValuePair<string, string>> headers = [];

    /// <exception cref="ControlException">The journal keeps only a part of it.</exception>
    public KeptRequest(VendorHost host, Session session, JournalEntry entry)
    {
        (this.host, this.entry) = (host, entry);
        if (entry.IsBodyCut) throw new ControlException(409, $"the journal keeps only the first {entry.Body.Length} bytes of its body; send it again yourself");
        if (entry.Target.Length >= LongestTarget) throw new ControlException(409, $"the journal keeps only the first {LongestTarget} characters of its target; send it again yourself");
        var credential = SessionAccess.Of(host, session);
        foreach (var (name, value) in entry.Headers)
        {
            if (Is(name, Made)) continue;
            if (JournaledHeader.IsHidden(value)) HasOwnCredential |= Is(name, credential.Key);
            else headers.Add(KeyValuePair.Create(name, value));
        }

        if (HasOwnCredential) headers.Add(credential);
        else if (session != host.Sessions.Default && !headers.Exists(header => Is(header.Key, Identify.SessionHeader)))
            headers.Add(KeyValuePair.Create(Identify.SessionHeader, session.Name));
    }

    /// <summary>Whether the sandbox's own credential stands in place of the one that was sent.</summary>
    public bool HasOwnCredential { get; }

    /// <summary>The request as a line for a shell.</summary>
    public string Curl
    {
        get
        {
            List<string> words = ["curl"];
            if (entry.Method != "GET") words.AddRange(entry.Method == "HEAD" ? ["-I"] : ["-X", entry.Method]);
            foreach (var (name, value) in headers)
                if (!Is(name, Dull) && !(Is(name, "Accept") && value == "*/*")) words.AddRange(["-H", CurlLine.Quoted($"{name}: {value}")]);
            var isText = System.Text.Unicode.Utf8.IsValid(entry.Body.Span);
            if (!entry.Body.IsEmpty) words.AddRange(isText ? ["--data-raw", CurlLine.Quoted(Encoding.UTF8.GetString(entry.Body.Span))] : ["--data-binary", "@-"]);
            words.Add(CurlLine.Quoted(host.Url + entry.Target));
            var line = string.Join(' ', words);
            return isText ? line : $"echo {Convert.ToBase64String(entry.Body.Span)} | base64 -d | {line}";
        }
    }

    /// <summary>Sends it again, as a client would.</summary>
    /// <param name="output">Holds the body of the reply.</param>
    public ValueTask<Reply> SendAsync(JsonBuffer output) =>
        host.AskAsync(new Request(entry.Method, entry.Target, new ListedHeaders([KeyValuePair.Create("Host", new Uri(host.Url).Authority), .. headers]), entry.Body, output) { Client = entry.Client });

    private static bool Is(string name, params ReadOnlySpan<string> others)
    {
        foreach (var other in others)
            if (name.Equals(other, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
