using System.CommandLine;
using System.CommandLine.Parsing;

namespace MockCustomers.Cli.Flags;

/// <summary>Makes flags, which are read from the command line, else from the environment, else have a default.</summary>
internal static class Flag
{
    /// <summary>The environment's name of a flag: --port-base is MOCKCUSTOMERS_PORT_BASE.</summary>
    public static string Variable(string name) => "MOCKCUSTOMERS_" + name.TrimStart('-').Replace('-', '_').ToUpperInvariant();

    /// <summary>A flag with a default.</summary>
    /// <param name="shown">How its value is called in the help.</param>
    /// <param name="read">Reads a value; throws a <see cref="FormatException"/> that says what would be right.</param>
    public static Option<T> Of<T>(string name, string shown, string description, T otherwise, Func<string, T> read)
    {
        var variable = Variable(name);
        return new Option<T>(name)
        {
            Description = "* " + description,
            HelpName = shown,
            CustomParser = result => Read(result, name, result.Tokens[^1].Value, read),
            DefaultValueFactory = result => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text
                ? Read(result, variable, text, read)
                : otherwise,
        };
    }

    /// <summary>A flag that is read from the command line alone.</summary>
    public static Option<T> Local<T>(string name, string shown, string description, T otherwise, Func<string, T> read) => new(name)
    {
        Description = description,
        HelpName = shown,
        CustomParser = result => Read(result, name, result.Tokens[^1].Value, read),
        DefaultValueFactory = _ => otherwise,
    };

    /// <summary>Lets a flag be given several times: its values are read as one, with commas between them.</summary>
    public static Option<T> Repeatable<T>(this Option<T> flag, Func<string, T> read)
    {
        flag.Arity = ArgumentArity.OneOrMore;
        flag.CustomParser = result => Read(result, flag.Name, string.Join(',', result.Tokens.Select(t => t.Value)), read);
        return flag;
    }

    private static T Read<T>(ArgumentResult result, string name, string text, Func<string, T> read)
    {
        try
        {
            return read(text);
        }
        catch (FormatException mistake)
        {
            result.AddError($"{name}: '{text}' is not right; {mistake.Message}");
            return default!;
        }
    }
}
