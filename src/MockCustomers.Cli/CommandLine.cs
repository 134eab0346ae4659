using System.CommandLine;
using System.CommandLine.Invocation;
using MockCustomers.Cli.Completion;
using MockCustomers.Cli.Configuration;
using MockCustomers.Cli.Flags;
using MockCustomers.Diagnostics;
using MockCustomers.Server;

namespace MockCustomers.Cli;

/// <summary>The command line as a whole: what is asked for, refused or run.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (Serves(args)) WarmUp.Begin();
        Terminal.LeaveOutCodes();
        using var signals = new StopSignals();
        var root = MockCustomersCommand.Make();
        var asked = root.Parse(SuggestedLine.Of(args), new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (asked.Action is ParseErrorAction) return await RefuseAsync(asked, asked.Errors.Select(e => e.Message));
        if (asked.Action is not (HelpWithNotes or null) && asked.CommandResult.Command.Action == asked.Action && Mistakes(asked) is { Count: > 0 } mistakes) return await RefuseAsync(asked, mistakes);
        try
        {
            return await asked.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, signals.Stop);
        }
        catch (OperationCanceledException) when (signals.Stop.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
    }

    /// <summary>Whether a sandbox is likely to be started, as far as can be told before anything is parsed: by serve, or by flags with values alone.</summary>
    private static bool Serves(string[] args) =>
        args is [] or ["serve", ..] or [['-', ..], _, ..] || (args is [['-', ..] only] && only.Contains('=', StringComparison.Ordinal));

    /// <summary>What is wrong with the environment and the file of settings.</summary>
    private static List<string> Mistakes(ParseResult asked) =>
        [.. EnvironmentCheck.Mistakes(asked.RootCommandResult.Command), .. (ConfigFlag.FileOf(asked.CommandResult)?.Mistakes ?? []).Select(mistake => mistake.ToString())];

    private static async Task<int> RefuseAsync(ParseResult asked, IEnumerable<string> mistakes)
    {
        var command = asked.CommandResult.Command;
        var known = command.Options.SelectMany(option => option.Aliases.Prepend(option.Name)).Concat(command.Subcommands.Select(c => c.Name)).ToList();
        foreach (var message in mistakes.Distinct()) await Console.Error.WriteLineAsync(message);
        foreach (var unknown in asked.UnmatchedTokens.Where(token => Nearest.To(token.Split('=')[0], known) is not null))
            await Console.Error.WriteLineAsync($"{unknown}: did you mean {Nearest.To(unknown.Split('=')[0], known)}?");
        var path = command is RootCommand ? MockCustomersCommand.Name : $"{MockCustomersCommand.Name} {command.Name}";
        await Console.Error.WriteLineAsync($"Try '{path} --help'.");
        return ExitCode.Usage;
    }
}
