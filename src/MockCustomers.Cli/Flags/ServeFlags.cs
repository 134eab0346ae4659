using System.CommandLine;
using MockCustomers.Auth;
using MockCustomers.Cli.Configuration;
using MockCustomers.Cli.Serving;
using MockCustomers.Server;
using MockCustomers.Sessions;

namespace MockCustomers.Cli.Flags;

/// <summary>The flags of serve.</summary>
internal sealed class ServeFlags
{
    private readonly VendorsFlag vendors;
    private readonly ListenFlags listen;
    private readonly ControlFlags control = new();
    private readonly HttpsFlags https = new();
    private readonly StubFlags stubs = new();
    private readonly PopulationFlags population = new();

    private readonly Flag<string> portsFile = new("--ports-file", "FILE", "Where to write the urls as JSON, once all vendors listen", null, Values.FileName);

    private readonly ClockFlag clock = new();

    private readonly Flag<AuthMode> auth = new(
        "--auth", "enforce|any|off", "Which credentials work: the sandbox's own, any that is well-formed, or none is asked for", "enforce", Values.OneOf<AuthMode>);

    private readonly Flag<bool> legacyAuth = new(
        "--legacy-auth", "on|off", "Whether the credentials of older clients work too, where a vendor had other ones", "off", Values.OnOff);

    private readonly Flag<bool> rateLimits = new(
        "--rate-limits", "enforce|off", "Whether a client that asks too often is refused; what is left is told either way", "off", Values.EnforceOff);

    private readonly Flag<long?> cache = new(
        "--cache-mb", "N", "How much of what was rendered is kept, all vendors together; 0 keeps none", "32", Values.Number(0, 4096));

    private readonly Flag<bool> cors = new("--cors", "on|off", "Whether browsers of any origin may call", "on", Values.OnOff);

    private readonly Flag<long?> journal = new("--journal", "N", "How many exchanges the journal of each session keeps", "1000", Values.Number(0, 1_000_000));

    private readonly Flag<long?> sessions = new("--sessions", "N", "How many sessions there may be at once, besides the default one", "10000", Values.Number(0, 1_000_000));

    private readonly Flag<TimeSpan> sessionTtl = new("--session-ttl", "TIME", "How long a session that nobody uses is kept, such as 10m", "1h", Values.Time);

    private readonly Flag<string> faults = new("--faults", "FILE", "What goes wrong on purpose from the start: an array of faults in JSON or YAML", null, Values.FileName) { TakesInline = true };

    private readonly Flag<bool> watch = new("--watch", "on|off", "Whether changed specs, manifests and fixtures are served at once, when they are good", "off", Values.OnOff) { WhenBare = "on" };

    private readonly Flag<LogForm> log = new("--log", "text|json", "For people, or one JSON object a line", "text", Values.OneOf<LogForm>);

    private readonly Flag<bool> logRequests = new("--log-requests", "on|off", "Whether each request is told: who, what, the status, and why it was refused", "on", Values.OnOff);

    private readonly Flag<bool> metrics = new("--metrics", "on|off", "Whether requests are counted for Prometheus's GET /metrics from the start, and not from when it is first asked for", "off", Values.OnOff) { WhenBare = "on" };

    private readonly Flag<bool> curls = new("--curls", "on|off", "Whether a curl for each operation is printed at the start", "off", Values.OnOff) { WhenBare = "on" };

    private readonly Flag<string> fingerprint = new(
        "--expect-fingerprint", "SHA256", "Serve only what has this fingerprint: the same bytes as elsewhere", null, Values.Some("a fingerprint, as GET /__admin/fingerprint tells it"));

    private readonly Flag<bool> stdin = new(
        "--stdin", "on|off", "Whether it ends when its standard input does, as that of a child does with its parent, however that ended", "off", Values.OnOff, isInEnvironment: false)
    { WhenBare = "on" };

    /// <param name="portBase">The control port where none is given; null for the usual one.</param>
    public ServeFlags(int? portBase = null)
    {
        vendors = new VendorsFlag(population.Folders);
        listen = new ListenFlags(portBase);
    }

    public void AddTo(Command command)
    {
        vendors.AddTo(command);
        listen.AddTo(command);
        control.AddTo(command);
        https.AddTo(command);
        command.Add(portsFile);
        population.AddTo(command);
        clock.AddTo(command);
        command.Add(auth);
        command.Add(legacyAuth);
        command.Add(rateLimits);
        command.Add(cors);
        command.Add(journal);
        command.Add(cache);
        command.Add(sessions);
        command.Add(sessionTtl);
        command.Add(faults);
        stubs.AddTo(command);
        command.Add(watch);
        command.Add(log);
        command.Add(logRequests);
        command.Add(metrics);
        command.Add(curls);
        command.Add(fingerprint);
    }

    /// <summary>For a command that does not read its standard input itself.</summary>
    public void AddStdinTo(Command command) => command.Add(stdin);

    /// <summary>The flags that make a sandbox what it is: all but those that say how to be let in.</summary>
    public IEnumerable<Option> AllButControl
    {
        get
        {
            var all = new Command(nameof(AllButControl));
            AddTo(all);
            return all.Options.Where(option => option != control.TokenFile);
        }
    }

    /// <summary>null when none is given.</summary>
    public string? Token(ParseResult asked) => control.Token(asked);

    public string? PortsFile(ParseResult asked) => portsFile.Of(asked);

    public bool EndsWithStdin(ParseResult asked) => stdin.Of(asked);

    public string? Fingerprint(ParseResult asked) => fingerprint.Of(asked);

    /// <summary>The file of settings that is read; null for none.</summary>
    public static string? Config(ParseResult asked) => ConfigFlag.FileOf(asked.CommandResult)?.Path;

    public ILog Log(ParseResult asked) => log.Of(asked) == LogForm.Json ? new JsonLog() : new TextLog { TellsCurls = curls.Of(asked) };

    public bool LogsRequests(ParseResult asked) => logRequests.Of(asked);

    /// <exception cref="FailureException">A vendor is not there, or two flags contradict each other.</exception>
    public SandboxSettings Settings(ParseResult asked)
    {
        var settings = stubs.In(population.Settings(asked), asked);
        var (mode, start) = clock.Of(asked, settings.Options.Now, population.IsDateGiven(asked), fingerprint.Of(asked) is not null);
        return settings with
        {
            Vendors = vendors.Names(asked, settings),
            Faults = faults.Of(asked),
            Watch = watch.Of(asked),
            Metrics = metrics.Of(asked),
            Host = listen.Host(asked),
            PortBase = listen.PortBase(asked),
            ControlHosts = control.Hosts(asked),
            AdminToken = control.Token(asked),
            Certificate = https.Certificate(asked, listen.Host(asked), control.Hosts(asked)),
            Options = settings.Options with
            {
                Now = start,
                Auth = auth.Of(asked),
                LegacyAuth = legacyAuth.Of(asked),
                EnforceRateLimits = rateLimits.Of(asked),
                CacheMegabytes = (int)cache.Of(asked)!.Value,
                Cors = cors.Of(asked),
                Sessions = new SessionOptions { Journal = (int)journal.Of(asked)!.Value, Most = (int)sessions.Of(asked)!.Value, TimeToLive = sessionTtl.Of(asked), Clock = mode },
            },
        };
    }
}
