using System.CommandLine;
using System.CommandLine.Parsing;
using MockCustomers.Cli.Flags;

namespace MockCustomers.Cli.Configuration;

/// <summary>The flag that names the file of settings; the file is read when a value is first looked for in it.</summary>
internal sealed class ConfigFlag : Option<string?>, IFlag
{
    private const string EnvironmentVariable = EnvironmentCheck.Prefix + "CONFIG";

    private ConfigFile? file;

    public ConfigFlag()
        : base("--config")
    {
        HelpName = "FILE";
        Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: "" }, ..]) result.AddError($"--config: '' is not right; a file of settings, or {ConfigFile.NoFile}");
        });
        Description = $"* The file of settings, YAML or JSON; default: {ConfigFile.Names[0]}, .yml or .json here, if there is one. {ConfigFile.NoFile} for none";
    }

    public string? Variable => EnvironmentVariable;

    /// <summary>A file names no other one.</summary>
    public string? Key => null;

    public WholeNumber? Bounds => null;

    public bool IsRepeatable => false;

    public string? Otherwise => null;

    public string? Mistake(string text) => null;

    /// <summary>The file of the command that is asked for; null for commands that read none.</summary>
    public static ConfigFile? FileOf(SymbolResult result) =>
        CommandOf(result) is { } command && command.Command.Options.OfType<ConfigFlag>().FirstOrDefault() is { } flag ? flag.Read(command) : null;

    private ConfigFile Read(CommandResult command) => file ??= ConfigFile.Load(Chosen(command), () => FlagTable.Configurable(RootOf(command)));

    private string? Chosen(CommandResult command) =>
        command.GetResult(this) is { Implicit: false, Tokens: [{ Value.Length: > 0 } named, ..] } ? named.Value
        : Environment.GetEnvironmentVariable(EnvironmentVariable) is { Length: > 0 } text ? text.TrimEnd('\r') : null;

    private static CommandResult? CommandOf(SymbolResult? result)
    {
        while (result is not (CommandResult or null)) result = result.Parent;
        return result as CommandResult;
    }

    private static Command RootOf(SymbolResult result)
    {
        while (result.Parent is { } parent) result = parent;
        return ((CommandResult)result).Command;
    }
}
