using System.CommandLine;

namespace MockCustomers.Cli.Completion;

/// <summary>completion: the script by which a shell completes command lines.</summary>
internal static class CompletionCommand
{
    public static Command Make()
    {
        var words = ShellScript.Shells;
        var shell = new Argument<string>("SHELL") { Description = string.Join(", ", words[..^1]) + " or " + words[^1] };
        shell.CompletionSources.Add(words);
        shell.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
                if (!words.Contains(token.Value)) result.AddError($"'{token.Value}' is no shell that is known; one of: {string.Join(", ", words)}");
        });
        var command = new Command("completion", "Print the script by which a shell completes commands, flags and values") { shell };
        command.SetAction(asked =>
        {
            Console.Out.Write(ShellScript.Of(asked.GetRequiredValue(shell)));
            return ExitCode.Done;
        });
        return command;
    }
}
