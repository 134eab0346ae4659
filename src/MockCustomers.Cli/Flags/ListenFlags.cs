using System.CommandLine;
using MockCustomers.Server;

namespace MockCustomers.Cli.Flags;

/// <summary>The flags that say where the sandbox listens.</summary>
internal sealed class ListenFlags
{
    /// <summary>So that every vendor's offset, up to 999, still gives a port.</summary>
    private const int HighestBase = 65_535 - 999;

    private static readonly SandboxSettings Defaults = new() { Specs = "", Fixtures = "" };

    private readonly Option<string> host = Flag.Of("--host", "ADDRESS", "The address to listen on", Defaults.Host, Values.Address);

    private readonly Option<long> portBase = Flag.Of(
        "--port-base", "N", "The control port; the vendors listen on the ports after it. 0 for free ports", Defaults.PortBase, Values.Whole(0, HighestBase));

    public void AddTo(Command command)
    {
        command.Add(host);
        command.Add(portBase);
    }

    public string Host(ParseResult asked) => asked.GetValue(host)!;

    public int PortBase(ParseResult asked) => (int)asked.GetValue(portBase);
}
