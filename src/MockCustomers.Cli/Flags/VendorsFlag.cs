using System.CommandLine;
using MockCustomers.Cli.Completion;
using MockCustomers.Diagnostics;
using MockCustomers.Server;

namespace MockCustomers.Cli.Flags;

/// <summary>The flag that picks vendors.</summary>
/// <param name="folders">Where they are.</param>
internal sealed class VendorsFlag(FolderFlags folders)
{
    private readonly Flag<IReadOnlyList<string>> vendors = new("--vendor", "A,B", "The vendors, by name; repeatable; default: all", null, Values.Names)
    {
        IsRepeatable = true,
        Suggested = asked => Suggestions.Vendors(asked, folders),
    };

    public void AddTo(Command command) => command.Add(vendors);

    /// <summary>Empty for all of them.</summary>
    /// <exception cref="FailureException">One of them is not there.</exception>
    public IReadOnlyList<string> Names(ParseResult asked, SandboxSettings settings)
    {
        var names = vendors.Of(asked) ?? [];
        foreach (var name in names) Check(name, settings, vendors.Source(asked));
        return names;
    }

    /// <param name="source">Where the name stands, if not on the command line: "mockcustomers.yaml#/vendor: ".</param>
    /// <exception cref="FailureException">There is no such vendor.</exception>
    public static void Check(string name, SandboxSettings settings, string source = "")
    {
        var known = SandboxFolder.Names(settings);
        if (known.Count > 0 && name.Contains(',', StringComparison.Ordinal))
            throw new FailureException(ExitCode.Usage, $"{source}one vendor is asked for, not '{name}'; one of: {string.Join(", ", known)}");
        if (known.Count > 0 && !known.Contains(name))
            throw new FailureException(ExitCode.Usage, $"{source}there is no vendor '{name}'; {Nearest.Remedy(name, known)}");
    }
}
