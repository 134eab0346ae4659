using Spectre.Console;

namespace MockCustomers.Cli;

/// <summary>What a person looks at: colours and bars on a terminal, plain text in a pipe or a file.</summary>
/// <remarks>
/// NO_COLOR, when it is not empty, and TERM=dumb leave out every escape code (no-color.org). Nothing turns codes on where they would not be:
/// what reads from a pipe would have to take them out again.
/// </remarks>
internal static class Screen
{
    /// <summary>Standard output.</summary>
    public static IAnsiConsole Out { get; } = Make(Console.Out, Console.IsOutputRedirected);

    /// <summary>Standard error.</summary>
    public static IAnsiConsole Error { get; } = Make(Console.Error, Console.IsErrorRedirected);

    /// <summary>Whether the terminal can do nothing but print.</summary>
    public static bool IsDumb => Environment.GetEnvironmentVariable("TERM") == "dumb";

    private static bool IsPlain => IsDumb || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };

    /// <summary>Without codes also none of the runtime's own, which it sends a terminal before it first writes to it.</summary>
    public static void LeaveOutCodes()
    {
        if (!IsPlain) return;
        Console.SetOut(new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true });
        Console.SetError(new StreamWriter(Console.OpenStandardError()) { AutoFlush = true });
    }

    /// <remarks>Without the enrichers, which turn colours on in the pipes of some build servers.</remarks>
    private static IAnsiConsole Make(TextWriter writer, bool redirected) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(writer),
        Ansi = redirected || IsPlain ? AnsiSupport.No : AnsiSupport.Detect,
        ColorSystem = redirected || IsPlain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
        Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
        Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
    });
}
