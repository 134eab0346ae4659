using System.CommandLine;
using System.CommandLine.Completions;
using MockCustomers.Cli.Flags;
using MockCustomers.Diagnostics;
using MockCustomers.Server;

namespace MockCustomers.Cli.Completion;

/// <summary>What values may be, told to the shell that completes a command line. A line that is not finished may be wrong: then there is nothing to tell.</summary>
internal static class Suggestions
{
    /// <summary>Words, each behind those that stand before the last comma already.</summary>
    public static IEnumerable<CompletionItem> Behind(CompletionContext context, IEnumerable<string> words)
    {
        var before = context.WordToComplete[..(context.WordToComplete.LastIndexOf(',') + 1)];
        return words.Where(word => !before.Split(',').Contains(word)).Select(word => new CompletionItem(before + word));
    }

    /// <summary>The vendors' names.</summary>
    public static IEnumerable<string> Vendors(ParseResult asked, FolderFlags folders) => Try(() => SandboxFolder.Names(folders.Settings(asked)));

    /// <summary>Names of the kinds or states of a vendor.</summary>
    public static IEnumerable<string> Groups(Func<SandboxSettings> settings, Func<StrataNames, string> name) => Try(() =>
    {
        using var vendor = SandboxFolder.Load(settings())[0].Vendor;
        return [.. vendor.Customers.Population.Strata.All.Select(group => name(new StrataNames(group.Kind.Name, group.State.Name))).Distinct()];
    });

    private static IReadOnlyList<string> Try(Func<IReadOnlyList<string>> find)
    {
        try
        {
            return find();
        }
        catch (Exception unfinished) when (unfinished is FailureException or InvalidSandboxException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
