using System.Globalization;
using MockCustomers.Diagnostics;
using MockCustomers.Journal;
using MockCustomers.Server;
using MockCustomers.Vendors;

namespace MockCustomers.Cli.Serving;

/// <summary>For people: coloured on a terminal, plain in a pipe; curl lines are whole lines, to be pasted.</summary>
internal sealed class TextLog : ILog
{
    private const int LongestValue = 64;

    /// <summary>Whether a curl for each operation is told at the start; else one is, and where the others are.</summary>
    public bool TellsCurls { get; init; }

    public bool IsForPeople => true;

    public void Configured(string file) => Console.WriteLine($"settings: {ShownPath.Of(file)}");

    public void Started(SandboxServer sandbox)
    {
        Heading($"MockCustomers {EngineVersion.Text}", "");
        var width = "control".Length;
        foreach (var host in sandbox.Hosts) width = Math.Max(width, host.Vendor.Name.Length);
        foreach (var host in sandbox.Hosts)
        {
            var authenticator = host.Vendor.Authenticator;
            Heading(host.Vendor.Name.PadRight(width), $"{host.BaseUrl}  {authenticator.Header}: {Cut(authenticator.Sample)}");
        }

        Heading("control".PadRight(width), sandbox.Control);
        if (sandbox.Certificate is { IsMade: true } made) Heading("trust".PadRight(width), made.File is { } file ? ShownPath.Of(file) : "nobody trusts the certificate, which was made for this run; --certificate-out FILE writes it");
        if (sandbox.Certificate is { Certificate: var certificate } shown && !shown.IsFor(TimeProvider.System.GetUtcNow()))
            Heading("trust".PadRight(width), string.Create(CultureInfo.InvariantCulture, $"the certificate is for {certificate.NotBefore.ToUniversalTime():yyyy-MM-dd} to {certificate.NotAfter.ToUniversalTime():yyyy-MM-dd}: clients refuse it now"));
        if (sandbox.IsAdminTokenMade) Heading("token".PadRight(width), sandbox.AdminToken!);
        Console.WriteLine();
        if (TellsCurls) Curls(sandbox);
        else if (sandbox.Hosts is [var first, ..]) Console.WriteLine(CurlLine.Of(first, first.Vendor.Operations.FirstOrDefault(o => o.ActionName == "fetch") ?? first.Vendor.Operations[0]));
        Console.WriteLine($"A curl for each operation: --curls, or GET {sandbox.Control}/__admin/curls. Stop with Ctrl+C.");
    }

    public void Hidden(string folder) => Console.WriteLine($"{ShownPath.Of(folder)} is not read: --specs has a vendor of that name");

    public void Reloaded(ReloadReport report)
    {
        foreach (var diagnostic in report.Diagnostics) Invalid(diagnostic);
        if (!report.IsGood)
        {
            Console.Error.WriteLine("the changed files are not served; what was served before goes on");
            return;
        }

        foreach (var vendor in report.Changed) Console.WriteLine($"{vendor} is served as its files are now");
        foreach (var vendor in report.Added) Console.WriteLine($"{vendor} is new");
        foreach (var vendor in report.Removed) Console.WriteLine($"{vendor} is gone");
        foreach (var vendor in report.Stubs) Console.WriteLine($"{vendor} has the stubs that stand in its files now");
        foreach (var (vendor, session, write) in report.Lost) Console.WriteLine($"{vendor} lost what was written to {write.Id} in session {session}: {write.Reason}");
        if (report.IsEmpty) Console.WriteLine("the files are as they are served");
    }

    public string Line(JournalEntry entry)
    {
        var reason = entry.Fault is { } fault ? "  " + RefusalReason.Of(fault) : entry.Stub is { } stub ? $"  stub {stub}" : "";
        return VisibleText.Of(string.Create(CultureInfo.InvariantCulture, $"{entry.Method} {entry.Vendor} {entry.Target} {entry.Status} {entry.Elapsed.TotalMilliseconds:0.00} ms{reason}"));
    }

    public string Untold(long count) => string.Create(CultureInfo.InvariantCulture, $"{count} requests came faster than they could be told");

    public void Stopped()
    {
    }

    public void Invalid(Diagnostic diagnostic) =>
        Console.Error.WriteLine(diagnostic with { File = ShownPath.Of(diagnostic.File) });

    public void Unexpected(string vendor, Exception exception) => Console.Error.WriteLine($"{vendor}: {exception}");

    public void Failed(string message, int exitCode) => Console.Error.WriteLine(message);

    private static void Curls(SandboxServer sandbox)
    {
        foreach (var host in sandbox.Hosts)
        {
            var customers = host.Customers.Everybody.Count.ToString("N0", CultureInfo.InvariantCulture);
            Heading(host.Vendor.Name, $"{customers} customers");
            foreach (var operation in host.Vendor.Operations) Console.WriteLine(CurlLine.Of(host, operation));
            Console.WriteLine();
        }
    }

    private static string Cut(string value) => value.Length <= LongestValue ? value : value[..LongestValue] + "…";

    private static void Heading(string name, string text)
    {
        Screen.Write("bold", name);
        Console.WriteLine("  " + text);
    }
}
