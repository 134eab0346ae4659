using System.CommandLine;
using System.CommandLine.Invocation;

namespace MockCustomers.Cli;

/// <summary>The command line as a whole: what is asked for, refused or run.</summary>
internal static class CommandLine
{
    /// <summary>How long a command may take to end after a signal, before the process is ended all the same.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public static async Task<int> RunAsync(string[] args)
    {
        var asked = MockCustomersCommand.Make().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (asked.Action is ParseErrorAction) return await RefuseAsync(asked);
        return await asked.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = Patience });
    }

    private static async Task<int> RefuseAsync(ParseResult asked)
    {
        foreach (var message in asked.Errors.Select(e => e.Message).Distinct()) await Console.Error.WriteLineAsync(message);
        var command = asked.CommandResult.Command;
        var path = command is RootCommand ? MockCustomersCommand.Name : $"{MockCustomersCommand.Name} {command.Name}";
        await Console.Error.WriteLineAsync($"Try '{path} --help'.");
        return ExitCode.Usage;
    }
}
