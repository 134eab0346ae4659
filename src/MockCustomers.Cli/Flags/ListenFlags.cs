using System.CommandLine;
using System.Globalization;
using MockCustomers.Server;

namespace MockCustomers.Cli.Flags;

/// <summary>The flags that say where the sandbox listens.</summary>
/// <param name="otherwise">The control port where none is given; null for the usual one.</param>
internal sealed class ListenFlags(int? otherwise = null)
{
    /// <summary>So that every vendor's offset, up to 999, still gives a port.</summary>
    private const int HighestBase = 65_535 - 999;

    private static readonly SandboxSettings Defaults = new() { Specs = "", Fixtures = "" };

    private readonly Flag<string> host = new("--host", "ADDRESS", "The address to listen on; 0.0.0.0 for all of the machine's", Defaults.Host, Values.Address);

    private readonly Flag<long?> portBase = new(
        "--port-base",
        "N",
        "The control port; the vendors listen on the ports after it. 0 for free ports",
        (otherwise ?? Defaults.PortBase).ToString(CultureInfo.InvariantCulture),
        Values.Number(0, HighestBase));

    public void AddTo(Command command)
    {
        portBase.Aliases.Add("-p");
        command.Add(host);
        command.Add(portBase);
    }

    public string Host(ParseResult asked) => host.Of(asked)!;

    public int PortBase(ParseResult asked) => (int)portBase.Of(asked)!.Value;
}
