using System.CommandLine;
using MockCustomers.Diagnostics;
using MockCustomers.Server;

namespace MockCustomers.Cli.Flags;

/// <summary>The flag that picks vendors.</summary>
internal sealed class VendorsFlag
{
    private readonly Flag<IReadOnlyList<string>> vendors = new("--vendor", "A,B", "The vendors, by name; repeatable; default: all", null, Values.Names)
    {
        IsRepeatable = true,
    };

    public void AddTo(Command command) => command.Add(vendors);

    /// <summary>Empty for all of them.</summary>
    /// <exception cref="FailureException">One of them is not there.</exception>
    public IReadOnlyList<string> Names(ParseResult asked, SandboxSettings settings)
    {
        var names = vendors.Of(asked) ?? [];
        foreach (var name in names) Check(name, settings);
        return names;
    }

    /// <exception cref="FailureException">There is no such vendor.</exception>
    public static void Check(string name, SandboxSettings settings)
    {
        var known = SandboxFolder.Names(settings);
        if (known.Count > 0 && !known.Contains(name))
            throw new FailureException(ExitCode.Usage, $"there is no vendor '{name}'{Nearest.Question(name, known)}; one of: {string.Join(", ", known)}");
    }
}
