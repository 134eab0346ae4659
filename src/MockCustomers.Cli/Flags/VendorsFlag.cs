using System.CommandLine;
using MockCustomers.Server;

namespace MockCustomers.Cli.Flags;

/// <summary>The flag that picks vendors.</summary>
internal sealed class VendorsFlag
{
    private readonly Option<IReadOnlyList<string>> vendors = Flag.Of<IReadOnlyList<string>>(
        "--vendor", "A,B", "The vendors, by name; repeatable; default: all", [], Values.Names).Repeatable(Values.Names);

    public void AddTo(Command command) => command.Add(vendors);

    /// <summary>Empty for all of them.</summary>
    /// <exception cref="FailureException">One of them is not there.</exception>
    public IReadOnlyList<string> Names(ParseResult asked, string specs)
    {
        var names = asked.GetValue(vendors)!;
        foreach (var name in names) Check(name, specs);
        return names;
    }

    /// <exception cref="FailureException">There is no such vendor.</exception>
    public static void Check(string name, string specs)
    {
        var known = SandboxFolder.Names(specs);
        if (known.Count > 0 && !known.Contains(name))
            throw new FailureException(ExitCode.Usage, $"there is no vendor '{name}'; one of: {string.Join(", ", known)}");
    }
}
