namespace MockCustomers.Cli;

/// <summary>What the environment says of the terminal.</summary>
/// <remarks>
/// NO_COLOR, when it is not empty, and TERM=dumb leave out every escape code (no-color.org). Nothing turns codes on where they would not be:
/// what reads from a pipe would have to take them out again.
/// </remarks>
internal static class Terminal
{
    private const string Kind = "TERM";
    private const string Dumb = "dumb";

    /// <summary>Whether it can do nothing but print.</summary>
    public static bool IsDumb { get; } = Environment.GetEnvironmentVariable(Kind) == Dumb;

    /// <summary>Whether it is to be sent no codes.</summary>
    public static bool IsPlain { get; } = IsDumb || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };

    /// <summary>Leaves out also the codes that the runtime sends a terminal before it first writes to it: it is told that the terminal knows none.</summary>
    public static void LeaveOutCodes()
    {
        if (IsPlain) Environment.SetEnvironmentVariable(Kind, Dumb);
    }
}
