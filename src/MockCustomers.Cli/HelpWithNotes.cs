using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace MockCustomers.Cli;

/// <summary>The help of a command, and what all commands have in common below it.</summary>
internal sealed class HelpWithNotes : SynchronousCommandLineAction
{
    private const int Width = 120;

    private const string Notes =
        """
        Environment:
          Flags marked with * are also read from the environment: --port-base from MOCKCUSTOMERS_PORT_BASE, and so on;
          and from the file of settings: from port-base in mockcustomers.yaml. Flags win over the environment, the
          environment over the file, the file over the defaults.

        Exit codes:
          0    done; also after SIGINT, SIGTERM or SIGHUP, when the requests under way are answered;
               a second signal ends at once
          1    failed: no such customer, not ready, a file that cannot be written
          2    usage: an unknown flag, vendor or value, here, in the environment or in the file of settings
          3    a spec, manifest or fixture cannot be served, or a mapping cannot be converted;
               every mistake is on standard error
          4    a port is in use
          5    drift: the API differs from the spec
          6    the fingerprint is not the expected one
          7    a signature does not match
          130  generate was interrupted
        """;

    /// <summary>What a build that is compiled ahead of time adds.</summary>
    private const string NoStubs =
        """


        This build is compiled ahead of time and has no stubs, no API reference, no mcp, and nothing that sends to collectors:
        --stubs and mcp are refused, /__admin of the vendors' ports and /docs/VENDOR of the control port answer 501, OTEL_EXPORTER_OTLP_… does nothing.
        The full build has them: dotnet tool install -g mockcustomers, or the image of Dockerfile.
        """;

    private readonly HelpAction help;

    public HelpWithNotes(HelpAction help)
    {
        this.help = help;
        help.MaxWidth = Width;
    }

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        help.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output.WriteLine(FullBuild.StubEngine is null ? Notes + NoStubs : Notes);
        return ExitCode.Done;
    }
}
