using System.CommandLine;
using System.CommandLine.Parsing;
using MockCustomers.Cli.Completion;
using MockCustomers.Cli.Configuration;

namespace MockCustomers.Cli.Flags;

/// <summary>A flag with a value: from the command line, else from the environment, else from a file of settings, else its default.</summary>
/// <remarks>Kept as the text that the user wrote, so that the help shows defaults as they are written.</remarks>
internal sealed class Flag<T> : SettableOption, IFlag
{
    private readonly Func<string, T> read;

    /// <param name="shown">How its value is called in the help.</param>
    /// <param name="otherwise">The default as a user would write it; null for none.</param>
    /// <param name="read">Reads a value; throws a <see cref="FormatException"/> that says what would be right.</param>
    /// <param name="isInEnvironment">Whether it is also read from the environment, --port-base from MOCKCUSTOMERS_PORT_BASE, and from a file of settings, under port-base.</param>
    public Flag(string name, string shown, string description, string? otherwise, Func<string, T> read, bool isInEnvironment = true)
        : base(name, isInEnvironment)
    {
        this.read = read;
        Otherwise = otherwise;
        Description = isInEnvironment ? "* " + description : description;
        HelpName = shown;
        CompletionSources.Add(context => Suggestions.Behind(context, Suggested?.Invoke(context.ParseResult) ?? ((IFlag)this).Words));
        CustomParser = result => Checked(result, name, result.Tokens.Count == 0 && WhenBare is { } bare ? bare : TextOf(result));
        if (Variable is { } variable)
            DefaultValueFactory = result => IsBare(result) ? WhenBare
                : !IsAsked(result) ? otherwise
                : Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? Checked(result, variable, text)
                : ConfigFlag.FileOf(result)?.Text(Key!) ?? otherwise;
        else if (otherwise is not null)
            DefaultValueFactory = result => IsBare(result) ? WhenBare : otherwise;
    }

    public string? Otherwise { get; }

    public WholeNumber? Bounds => read.Target as WholeNumber;

    /// <summary>What its value may be, told to shells that complete it; null for the words of its help.</summary>
    public Func<ParseResult, IEnumerable<string>>? Suggested { get; init; }

    public bool TakesInline { get; init; }

    /// <summary>May it be given several times? Its values are read as one, with commas between them.</summary>
    public bool IsRepeatable
    {
        get => Arity.MaximumNumberOfValues > 1;
        init => Arity = value ? ArgumentArity.OneOrMore : ArgumentArity.ExactlyOne;
    }

    /// <summary>What it means without a value; null where it needs one.</summary>
    public string? WhenBare
    {
        get;
        init
        {
            field = value;
            Arity = ArgumentArity.ZeroOrOne;
        }
    }

    /// <summary>Its value; null, or 0, when it was not given and has no default.</summary>
    public T? Of(ParseResult asked) => asked.GetValue(this) is { } text ? read(text) : default;

    /// <summary>Whether somebody gave it: on the command line, in the environment or in a file of settings.</summary>
    public bool IsGiven(ParseResult asked) => IsOnCommandLine(asked) || IsInEnvironment || InFile(asked) is not null;

    public bool IsOnCommandLine(ParseResult asked) => asked.GetResult(this) is { Implicit: false };

    /// <summary>What comes before a mistake that shows later than the text: "mockcustomers.yaml#/vendor: " for a value of a file of settings, else nothing.</summary>
    public string Source(ParseResult asked) =>
        !IsOnCommandLine(asked) && !IsInEnvironment && InFile(asked) is { Path: { } file } ? $"{ShownPath.Of(file)}#/{Key}: " : "";

    public string? Mistake(string text)
    {
        try
        {
            read(text);
            return null;
        }
        catch (FormatException mistake)
        {
            return mistake.Message;
        }
    }

    private bool IsInEnvironment => Variable is not null && Environment.GetEnvironmentVariable(Variable) is { Length: > 0 };

    /// <summary>The file of settings that sets it; null when none does.</summary>
    private ConfigFile? InFile(ParseResult asked) => Key is not null && ConfigFlag.FileOf(asked.CommandResult) is { } file && file.Text(Key) is not null ? file : null;

    /// <summary>Whether the flag is there without a value.</summary>
    private bool IsBare(ArgumentResult result) => WhenBare is not null && result.Parent is OptionResult { Implicit: false };

    /// <summary>Whether the flag belongs to the command that is asked for, and not to the one above it.</summary>
    private static bool IsAsked(ArgumentResult result) =>
        result.Parent?.Parent is not CommandResult command || !command.Children.OfType<CommandResult>().Any();

    private string? Checked(ArgumentResult result, string name, string text)
    {
        // A file written on Windows ends its lines, and so the values that a shell reads from it, with a carriage return.
        text = text.TrimEnd('\r');
        if (Mistake(text) is not { } mistake) return text;
        result.AddError($"{name}: '{text}' is not right; {mistake}");
        return null;
    }
}
