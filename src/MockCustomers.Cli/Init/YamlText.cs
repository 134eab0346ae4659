using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MockCustomers.Cli.Init;

/// <summary>JSON as the YAML that a person would write: maps a key a line, what is short on one line.</summary>
internal static partial class YamlText
{
    private const int Short = 100;

    public static string Of(JsonObject map)
    {
        var text = new StringBuilder();
        foreach (var (key, value) in map)
        {
            if (text.Length > 0) text.Append('\n');
            Write(text, key, value, 0);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, string key, JsonNode? value, int depth)
    {
        text.Append(' ', depth * 2).Append(Scalar(key)).Append(':');
        if (value is JsonObject { Count: > 0 } map && (depth == 0 || Flow(map).Length > Short))
        {
            text.Append('\n');
            foreach (var (inner, item) in map) Write(text, inner, item, depth + 1);
        }
        else
        {
            text.Append(' ').Append(Flow(value)).Append('\n');
        }
    }

    private static string Flow(JsonNode? value) => value switch
    {
        JsonObject map => $"{{{string.Join(", ", map.Select(pair => $"{Scalar(pair.Key)}: {Flow(pair.Value)}"))}}}",
        JsonArray list => $"[{string.Join(", ", list.Select(Flow))}]",
        null => "null",
        _ when value.GetValueKind() == JsonValueKind.String => Scalar(value.GetValue<string>()),
        _ => value.ToJsonString(),
    };

    /// <summary>Without quotes where no reader of YAML could take it for anything but this text.</summary>
    private static string Scalar(string text) =>
        Plain().IsMatch(text) && text.ToUpperInvariant() is not ("NULL" or "TRUE" or "FALSE" or "YES" or "NO" or "ON" or "OFF" or "Y" or "N") ? text : JsonValue.Create(text).ToJsonString();

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_./-]*( [A-Za-z0-9_./-]+)*\.?$")]
    private static partial Regex Plain();
}
