using System.Text;
using Spectre.Console;

namespace MockCustomers.Cli.Webhooks;

/// <summary>Prints a webhook that was received: coloured on a terminal, plain in a pipe.</summary>
internal static class EventPrinter
{
    /// <param name="word">Whether it is good, in a word.</param>
    /// <param name="reason">Why not; empty when it is.</param>
    public static void Print(string word, string colour, string vendor, string name, string reason, ReadOnlyMemory<byte> body)
    {
        Screen.Out.Markup($"[{colour}]{{0}}[/]", Markup.Escape(word.PadRight(4)));
        Console.WriteLine($"  {vendor}  {Visible(name)}{(reason.Length == 0 ? "" : "  " + Visible(reason))}");
        Console.WriteLine("      " + Visible(Encoding.UTF8.GetString(body.Span)));
    }

    /// <summary>One line, and none of what a terminal would take for an order: anybody may have sent it.</summary>
    private static string Visible(string line) => string.Concat(line.Select(c => char.IsControl(c) ? $"\\u{(int)c:x4}" : c.ToString()));
}
