using System.Text;

namespace MockCustomers.Cli.Webhooks;

/// <summary>Prints a webhook that was received: coloured on a terminal, plain in a pipe.</summary>
internal static class EventPrinter
{
    /// <param name="word">Whether it is good, in a word.</param>
    /// <param name="reason">Why not; empty when it is.</param>
    public static void Print(string word, string colour, string vendor, string name, string reason, ReadOnlyMemory<byte> body)
    {
        Screen.Write(colour, word.PadRight(4));
        Console.WriteLine($"  {vendor}  {VisibleText.Of(name)}{(reason.Length == 0 ? "" : "  " + VisibleText.Of(reason))}");
        Console.WriteLine("      " + VisibleText.Of(Encoding.UTF8.GetString(body.Span)));
    }
}
