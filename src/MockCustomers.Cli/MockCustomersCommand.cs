using System.CommandLine;
using System.CommandLine.Help;
using MockCustomers.Cli.Completion;
using MockCustomers.Cli.Drift;
using MockCustomers.Cli.Flags;
using MockCustomers.Cli.Init;
using MockCustomers.Cli.Webhooks;

namespace MockCustomers.Cli;

/// <summary>The command without a name: it serves, and has all the others.</summary>
internal static class MockCustomersCommand
{
    public const string Name = "mockcustomers";

    public static RootCommand Make()
    {
        var flags = new ServeFlags();
        var root = new RootCommand("Serves the customers of fintech vendors, all of them fake, from the vendors' OpenAPI specs.")
        {
            ServeCommand.Make(flags),
            ValidateCommand.Make(),
            HealthcheckCommand.Make(),
            GenerateCommand.Make(),
            ExportCommand.Make(),
            ExplainCommand.Make(),
            DriftCommand.Make(),
            ConvertCommand.Make(),
            ListenCommand.Make(),
            VerifySignatureCommand.Make(),
            McpCommand.Make(),
            InitCommand.Make(),
            CompletionCommand.Make(),
        };
        ServeCommand.Fill(root, flags);
        var help = root.Options.OfType<HelpOption>().Single();
        help.Description = "Show this help";
        help.Action = new HelpWithNotes((HelpAction)help.Action!);
        var version = root.Options.OfType<VersionOption>().Single();
        version.Description = "Show the version";
        version.Aliases.Add("-v");
        return root;
    }
}
