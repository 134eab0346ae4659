namespace MockCustomers.Cli.Tests;

/// <summary>The command as a process of its own, as a user has it.</summary>
internal static class Command
{
    /// <summary>Runs it to its end.</summary>
    public static async Task<OtherProgram> RunAsync(params string[] args) => await Start([], args).EndAsync();

    /// <summary>Runs it to its end, with an environment.</summary>
    public static async Task<OtherProgram> RunAsync(Dictionary<string, string> environment, params string[] args) => await Start(environment, args).EndAsync();

    public static OtherProgram Start(Dictionary<string, string> environment, params string[] args) =>
        new(Environment.CurrentDirectory, environment, "dotnet", [CommandFile.Path, .. args]);
}
