using System.CommandLine;

namespace MockCustomers.Cli.Flags;

/// <summary>The flags of all commands.</summary>
internal static class FlagTable
{
    /// <summary>Every flag that a file of settings may set, once, in the order of the commands.</summary>
    public static IReadOnlyList<IFlag> Configurable(Command root) =>
        [.. root.Options.Concat(root.Subcommands.SelectMany(command => command.Options)).OfType<IFlag>().Where(flag => flag.Key is not null).DistinctBy(flag => flag.Key)];
}
