namespace MockCustomers.Cli.Completion;

/// <summary>The line of the directive [suggest:POSITION], as the library can read it.</summary>
internal static class SuggestedLine
{
    private const string Directive = "[suggest";

    /// <summary>A value that begins behind an equals sign is asked for as one that begins behind a space: of "--auth=e" System.CommandLine 3.0 suggests nothing, and for "--auth=" it throws.</summary>
    public static string[] Of(string[] args)
    {
        if (args is not [var first, var line] || !first.StartsWith(Directive, StringComparison.Ordinal)) return args;
        var word = line.LastIndexOf(' ') + 1;
        var equals = line.IndexOf('=', word);
        return equals > 0 && line.AsSpan(word).StartsWith("--") ? [first, $"{line[..equals]} {line[(equals + 1)..]}"] : args;
    }
}
