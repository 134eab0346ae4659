using MockCustomers.Cli.Flags;
using MockCustomers.Diagnostics;
using MockCustomers.OpenApi;

namespace MockCustomers.Cli.Configuration;

/// <summary>A file of settings: the keys are the flags without their dashes.</summary>
/// <param name="path">Its full path; null where there is none.</param>
internal sealed class ConfigFile(string? path)
{
    /// <summary>In place of a file: none is read, also if there is one.</summary>
    public const string NoFile = "none";

    /// <summary>For editors, which find the schema of a JSON file by it.</summary>
    private const string SchemaKey = "$schema";

    /// <summary>The names under which it is found in the working directory.</summary>
    public static readonly IReadOnlyList<string> Names = ["mockcustomers.yaml", "mockcustomers.yml", "mockcustomers.json"];

    private readonly Dictionary<string, string> texts = [];
    private readonly DiagnosticBag mistakes = new();

    public string? Path => path;

    /// <summary>All that is wrong with it; what is right of it is of no use then.</summary>
    public IReadOnlyList<Diagnostic> Mistakes => [.. mistakes.Found.Select(mistake => mistake with { File = ShownPath.Of(mistake.File) })];

    /// <summary>Reads the file that was chosen, or the one of the working directory.</summary>
    /// <param name="chosen">null for the one of the working directory, if it has one; "none" for none.</param>
    /// <param name="flags">Those that it may set.</param>
    public static ConfigFile Load(string? chosen, Func<IReadOnlyList<IFlag>> flags)
    {
        if (chosen == NoFile) return new ConfigFile(null);
        var here = chosen is null ? Names.Where(File.Exists).ToList() : [chosen];
        var file = new ConfigFile(here.Count == 0 ? null : System.IO.Path.GetFullPath(here[0]));
        if (here.Count > 1) file.mistakes.Add(file.Path!, "", $"{string.Join(" and ", here.Skip(1))} stands beside it", "keep one of them, or name one with --config");
        else file.Read(flags);
        return file;
    }

    /// <summary>The value of a flag as it would be written on the command line; null when the file has none that is right.</summary>
    public string? Text(string key) => texts.GetValueOrDefault(key);

    private void Read(Func<IReadOnlyList<IFlag>> known)
    {
        if (path is null || Bytes() is not { } bytes) return;
        var found = new DiagnosticBag();
        var document = DocumentReader.Read(path, bytes, found);
        if (document is null && IsEmpty(bytes)) return;
        mistakes.Add(found);
        if (!found.IsEmpty) return;
        var place = new JsonPlace(document, path, "", mistakes);
        var flags = known();
        place.Allow([.. flags.Select(flag => flag.Key!), SchemaKey]);
        foreach (var flag in flags)
            if (place.Optional(flag.Key!) is { } value && new ConfigValue(flag, path).Read(value) is { } text) texts[flag.Key!] = text;
    }

    private byte[]? Bytes()
    {
        try
        {
            return File.ReadAllBytes(path!);
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            mistakes.Add(path!, "", $"it cannot be read ({unread.Message})", $"a file of settings, or {NoFile}");
            return null;
        }
    }

    /// <summary>Whether there are comments in it and nothing else, as where every line of a new one is left as it is.</summary>
    private bool IsEmpty(byte[] utf8) =>
        !path!.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
        && System.Text.Encoding.UTF8.GetString(utf8).Split('\n').All(line => line.AsSpan().Trim() is [] or ['#', ..] or "---" or "\uFEFF");
}
