using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using MockCustomers.Exchange;
using MockCustomers.Journal;
using MockCustomers.Server;

namespace MockCustomers.Cli.Serving;

/// <summary>For machines: one JSON object a line, with the time and what happened.</summary>
internal sealed class JsonLog : ILog
{
    public bool IsForPeople => false;

    public void Configured(string file) => Write(Console.Out, "configured", new JsonObject { ["file"] = file });

    public void Started(SandboxServer sandbox)
    {
        var details = Urls.Of(sandbox);
        if (sandbox.IsAdminTokenMade) details["adminToken"] = sandbox.AdminToken;
        Write(Console.Out, "started", details);
    }

    public void Stopped() => Write(Console.Out, "stopped", []);

    public void Hidden(string folder) => Write(Console.Out, "hidden", new JsonObject { ["folder"] = ShownPath.Of(folder) });

    public void Reloaded(ReloadReport report) => Write(Console.Out, "reloaded", report.ToJson());

    public string Line(JournalEntry entry) => Text("request", new JsonObject
    {
        ["vendor"] = entry.Vendor,
        ["session"] = entry.Session,
        ["method"] = entry.Method,
        ["target"] = entry.Target,
        ["status"] = entry.Status,
        ["operation"] = entry.Operation,
        ["stub"] = entry.Stub,
        ["fault"] = entry.Fault?.Kind.ToString(),
        ["reason"] = entry.Fault is { } fault ? RefusalReason.Of(fault) : null,
        ["elapsedMicroseconds"] = (long)entry.Elapsed.TotalMicroseconds,
    });

    public string Untold(long count) => Text("untold", new JsonObject { ["requests"] = count });

    public void Invalid(Diagnostic diagnostic) => Write(Console.Error, "invalid", new JsonObject
    {
        ["file"] = ShownPath.Of(diagnostic.File),
        ["pointer"] = diagnostic.Pointer,
        ["problem"] = diagnostic.Problem,
        ["remedy"] = diagnostic.Remedy,
    });

    public void Unexpected(string vendor, Exception exception) =>
        Write(Console.Error, "unexpected", new JsonObject { ["vendor"] = vendor, ["exception"] = exception.ToString() });

    public void Failed(string message, int exitCode) =>
        Write(Console.Error, "failed", new JsonObject { ["message"] = message, ["exitCode"] = exitCode });

    private static void Write(TextWriter output, string what, JsonObject details) => output.WriteLine(Text(what, details));

    private static string Text(string what, JsonObject details)
    {
        var line = new JsonObject { ["time"] = TimeProvider.System.GetUtcNow().UtcDateTime, ["event"] = what };
        foreach (var (name, value) in details) line.Add(name, value?.DeepClone());
        return PlainJson.Text(line);
    }
}
