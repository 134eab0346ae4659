using System.CommandLine;
using System.CommandLine.Parsing;

namespace MockCustomers.Cli.Flags;

/// <summary>An option that may also be set elsewhere than on the command line: what all flags have in common, whatever their values are.</summary>
/// <remarks>Not in <see cref="Flag{T}"/>: the runtime would compile it at each start for every kind of value.</remarks>
/// <param name="isElsewhere">Whether it is also read from the environment, and from a file of settings.</param>
internal abstract class SettableOption(string name, bool isElsewhere) : Option<string?>(name)
{
    /// <summary>Its key in a file of settings: port-base for --port-base; null for a flag that is not read from there.</summary>
    public string? Key { get; } = isElsewhere ? name.TrimStart('-') : null;

    /// <summary>The environment's variable: MOCKCUSTOMERS_PORT_BASE for --port-base; null for a flag that is not read from there.</summary>
    public string? Variable { get; } = isElsewhere ? EnvironmentCheck.Prefix + name.TrimStart('-').Replace('-', '_').ToUpperInvariant() : null;

    /// <summary>What stands behind it on the command line; where it stands several times, with commas between.</summary>
    protected static string TextOf(ArgumentResult result) => string.Join(',', result.Tokens.Select(token => token.Value));
}
