using System.CommandLine;

namespace MockCustomers.Cli.Flags;

/// <summary>The flags that say who may steer the sandbox.</summary>
/// <remarks>The token itself is in no flag: command lines can be read by everybody on a machine.</remarks>
internal sealed class ControlFlags
{
    private const string TokenVariable = "MOCKCUSTOMERS_ADMIN_TOKEN";

    private readonly Flag<IReadOnlyList<string>> hosts = new(
        "--control-hosts", "A,B", "Names of this machine that the control port may be asked under, besides IP addresses and localhost", null, Values.Names)
    {
        IsRepeatable = true,
    };

    private readonly Flag<string> tokenFile = new(
        "--admin-token-file", "FILE", "Where the control port's bearer token stands; else it is MOCKCUSTOMERS_ADMIN_TOKEN", null, Values.Token);

    public void AddTo(Command command)
    {
        command.Add(hosts);
        command.Add(tokenFile);
    }

    /// <summary>The flag that names the file of the token.</summary>
    public Option TokenFile => tokenFile;

    public IReadOnlyList<string> Hosts(ParseResult asked) => hosts.Of(asked) ?? [];

    /// <summary>null when none is given.</summary>
    public string? Token(ParseResult asked) => tokenFile.Of(asked) ?? Environment.GetEnvironmentVariable(TokenVariable);
}
