using System.CommandLine;
using MockCustomers.Cli.Flags;
using MockCustomers.Cli.Serving;

namespace MockCustomers.Cli;

/// <summary>mcp: a sandbox for an assistant, by the Model Context Protocol over standard input and output.</summary>
internal static class McpCommand
{
    public static Command Make()
    {
        // An assistant's sandbox stands beside others: without a port that was asked for it takes free ones.
        var flags = new ServeFlags(portBase: 0);
        var url = new Flag<string>("--url", "URL", "The control url of a running sandbox to use; without it one of its own is started", null, Values.Url);
        var command = new Command("mcp", "Serve a sandbox to an assistant (Model Context Protocol, over standard input and output): find customers, explain, move the clock, fail the next call, why refused");
        flags.AddTo(command);
        command.Add(url);
        command.SetAction((asked, stop) =>
        {
            // Standard output is the protocol's: what is told to people goes to standard error.
            Console.SetOut(Console.Error);
            var log = flags.Log(asked);
            return Failures.RunAsync(log, () => RunAsync(flags, url, asked, log, stop));
        });
        return command;
    }

    private static async Task<int> RunAsync(ServeFlags flags, Flag<string> url, ParseResult asked, ILog log, CancellationToken stop)
    {
        var tools = FullBuild.Tools ?? throw new FailureException(ExitCode.Usage, $"this build is compiled ahead of time and has no mcp; {FullBuild.Where}");
        if (url.Of(asked) is not { } running) return await ServeCommand.RunAsync(flags, asked, log, Console.OpenStandardError(), (sandbox, ending) => tools(sandbox.Control, sandbox.AdminToken, ending), stop);
        if (flags.AllButControl.FirstOrDefault(flag => asked.GetResult(flag) is { Implicit: false }) is { } other)
            throw new FailureException(ExitCode.Usage, $"--url and {other.Name} exclude each other: a sandbox that runs already is as it was started");
        // Signals are listened to once the command has handed back its thread.
        await Task.Yield();
        await tools(running, flags.Token(asked), stop);
        return ExitCode.Done;
    }
}
