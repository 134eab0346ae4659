using System.CommandLine;
using MockCustomers.Auth;
using MockCustomers.Cli.Serving;
using MockCustomers.Server;

namespace MockCustomers.Cli.Flags;

/// <summary>The flags of serve.</summary>
internal sealed class ServeFlags
{
    private readonly VendorsFlag vendors = new();
    private readonly ListenFlags listen = new();
    private readonly PopulationFlags population = new();

    private readonly Option<string?> portsFile = Flag.Of<string?>(
        "--ports-file", "FILE", "Where to write the urls as JSON, once everybody listens", null, Values.Text);

    private readonly Option<AuthMode> auth = Flag.Of(
        "--auth", "enforce|any|off", "Which credentials work: the sandbox's keys, any that is well-formed, or none is needed", AuthMode.Enforce, Values.OneOf<AuthMode>);

    private readonly Option<bool> cors = Flag.Of(
        "--cors", "on|off", "Whether browsers of any origin may call", true, Values.OnOff);

    private readonly Option<long> journal = Flag.Of(
        "--journal", "N", "How many exchanges each vendor's journal keeps", 1000, Values.Whole(0, 1_000_000));

    private readonly Option<LogForm> log = Flag.Of(
        "--log", "text|json", "How to say what happens: for people, or one JSON object a line", LogForm.Text, Values.OneOf<LogForm>);

    private readonly Option<string?> fingerprint = Flag.Of<string?>(
        "--expect-fingerprint", "SHA256", "Serve only when the bytes would be those of this fingerprint", null, Values.Text);

    public void AddTo(Command command)
    {
        vendors.AddTo(command);
        listen.AddTo(command);
        command.Add(portsFile);
        population.AddTo(command);
        command.Add(auth);
        command.Add(cors);
        command.Add(journal);
        command.Add(log);
        command.Add(fingerprint);
    }

    public string? PortsFile(ParseResult asked) => asked.GetValue(portsFile);

    public string? Fingerprint(ParseResult asked) => asked.GetValue(fingerprint);

    public ILog Log(ParseResult asked) => asked.GetValue(log) == LogForm.Json ? new JsonLog() : new TextLog();

    public SandboxSettings Settings(ParseResult asked)
    {
        var settings = population.Settings(asked);
        return settings with
        {
            Vendors = vendors.Names(asked, settings.Specs),
            Host = listen.Host(asked),
            PortBase = listen.PortBase(asked),
            Options = settings.Options with
            {
                Auth = asked.GetValue(auth),
                Cors = asked.GetValue(cors),
                Journal = (int)asked.GetValue(journal),
            },
        };
    }
}
