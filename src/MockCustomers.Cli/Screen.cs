using Spectre.Console;

namespace MockCustomers.Cli;

/// <summary>What a person looks at: colours and bars on a terminal, plain text in a pipe or a file.</summary>
internal static class Screen
{
    /// <summary>Standard output.</summary>
    public static IAnsiConsole Out { get; } = Make(Console.Out, Console.IsOutputRedirected);

    /// <summary>Standard error.</summary>
    public static IAnsiConsole Error { get; } = Make(Console.Error, Console.IsErrorRedirected);

    /// <summary>Writes to standard output in a style, as far as a terminal shows it. For a pipe or a file nothing of Spectre.Console is loaded.</summary>
    /// <param name="style">As Spectre.Console's markup names it.</param>
    public static void Write(string style, string text)
    {
        if (Console.IsOutputRedirected) Console.Write(text);
        else WriteStyled(style, text);
    }

    private static void WriteStyled(string style, string text) => Out.Markup($"[{style}]{{0}}[/]", Markup.Escape(text));

    /// <remarks>Without the enrichers, which turn colours on in the pipes of some build servers.</remarks>
    private static IAnsiConsole Make(TextWriter writer, bool redirected) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(writer),
        Ansi = redirected || Terminal.IsPlain ? AnsiSupport.No : AnsiSupport.Detect,
        ColorSystem = redirected || Terminal.IsPlain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
        Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
        Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
    });
}
