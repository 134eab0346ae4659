namespace MockCustomers.Cli.Flags;

/// <summary>A flag that may also be read from the environment, and from a file of settings.</summary>
internal interface IFlag
{
    string Name { get; }

    string? Description { get; }

    /// <summary>How its value is called in the help: FILE, N, on|off.</summary>
    string? HelpName { get; }

    /// <summary>The environment's variable; null for a flag that is not read from there.</summary>
    string? Variable { get; }

    /// <summary>Its key in a file of settings; null for a flag that is not read from there.</summary>
    string? Key { get; }

    /// <summary>The default as a user would write it; null for none.</summary>
    string? Otherwise { get; }

    /// <summary>The least and the most of a whole number; null for another value.</summary>
    WholeNumber? Bounds { get; }

    /// <summary>Whether it may be given several times.</summary>
    bool IsRepeatable { get; }

    /// <summary>What would be right in place of a value; null when it is right.</summary>
    string? Mistake(string text);

    /// <summary>The words that it takes; none where it takes others.</summary>
    IReadOnlyList<string> Words => HelpName is { } shown && shown.Contains('|', StringComparison.Ordinal) ? shown.Split('|') : [];

    /// <summary>Whether it names a file or folder.</summary>
    bool IsPath => HelpName is "FILE" or "DIR";

    /// <summary>Whether it takes names with a value each.</summary>
    bool TakesPairs => HelpName?.Contains('=', StringComparison.Ordinal) == true;

    /// <summary>Whether a file of settings may hold what the named file would.</summary>
    bool TakesInline => false;
}
