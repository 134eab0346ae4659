using System.Globalization;
using MockCustomers.Diagnostics;
using MockCustomers.Server;
using Spectre.Console;

namespace MockCustomers.Cli.Serving;

/// <summary>For people: coloured on a terminal, plain in a pipe; curl lines are whole lines, to be pasted.</summary>
internal sealed class TextLog : ILog
{
    public void Started(Sandbox sandbox)
    {
        foreach (var host in sandbox.Hosts)
        {
            var customers = host.Customers.Everybody.Count.ToString("N0", CultureInfo.InvariantCulture);
            Heading(host.Vendor.Name, $"{host.BaseUrl}  {customers} customers");
            foreach (var operation in host.Vendor.Operations) Console.WriteLine(CurlLine.Of(host, operation));
            Console.WriteLine();
        }

        Heading("control", sandbox.Control);
    }

    public void Stopped()
    {
    }

    public void Invalid(Diagnostic diagnostic) =>
        Console.Error.WriteLine(diagnostic with { File = ShownPath.Of(diagnostic.File) });

    public void Unexpected(string vendor, Exception exception) => Console.Error.WriteLine($"{vendor}: {exception}");

    public void Failed(string message, int exitCode) => Console.Error.WriteLine(message);

    private static void Heading(string name, string text)
    {
        Screen.Out.Markup("[bold]{0}[/]", Markup.Escape(name));
        Console.WriteLine("  " + text);
    }
}
