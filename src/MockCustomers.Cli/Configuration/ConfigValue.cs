using System.Text.Json;
using System.Text.Json.Nodes;
using MockCustomers.Cli.Flags;
using MockCustomers.Diagnostics;

namespace MockCustomers.Cli.Configuration;

/// <summary>Reads what a file of settings says for a flag, as the text that would stand on the command line.</summary>
/// <param name="path">The file's full path: other files are named from its folder.</param>
internal sealed class ConfigValue(IFlag flag, string path)
{
    /// <returns>null, and reported, when it does not fit.</returns>
    public string? Read(JsonPlace place)
    {
        if (Text(place) is not { } text) return null;
        if (flag.IsPath && text.Length > 0 && !text.Contains('\0', StringComparison.Ordinal)) text = Path.GetFullPath(text, Path.GetDirectoryName(path)!);
        if (flag.Mistake(text) is not { } mistake) return text;
        place.Expected(mistake);
        return null;
    }

    private string? Text(JsonPlace place)
    {
        if (place.Json is JsonArray && flag.TakesInline) return $"{path}#{place.Pointer}";
        var text = place.Json switch
        {
            JsonArray list when flag.IsRepeatable => Joined(place.Items().Select(item => item.AsText), list.Count),
            JsonObject map when flag is { IsRepeatable: true, TakesPairs: true } => Joined(map.Select(pair => place.Optional(pair.Key)?.AsText is { } value ? $"{pair.Key}={value}" : null), map.Count),
            _ => flag.IsRepeatable ? place.AsText : Scalar(place),
        };
        if (text is null) place.Expected(Form);
        return text;
    }

    /// <summary>What would be right where the kind of value is wrong.</summary>
    private string Form => flag switch
    {
        { TakesPairs: true } => "a map of names and URLs",
        { IsRepeatable: true } => "a list of names, or names with commas between them",
        { TakesInline: true } => "the name of a file, or a list of what would stand in it",
        { IsPath: true } => "the name of a file or folder",
        { Bounds: { } bounds } => bounds.Form,
        _ when flag.Words is { Count: > 0 } words => string.Join(" or ", words),
        _ => "a text",
    };

    /// <summary>Values that could not be told apart from two of them are refused.</summary>
    private static string? Joined(IEnumerable<string?> values, int count)
    {
        var texts = values.OfType<string>().Where(text => text.Length > 0 && !text.Contains(',', StringComparison.Ordinal)).ToList();
        return texts.Count == count && count > 0 ? string.Join(',', texts) : null;
    }

    private static string? Scalar(JsonPlace? place) => place?.Json?.GetValueKind() switch
    {
        JsonValueKind.String => place.AsText,
        JsonValueKind.Number => place.Json.ToJsonString(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };
}
