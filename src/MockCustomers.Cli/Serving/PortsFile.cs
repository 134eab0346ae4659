using System.Text.Json;
using System.Text.Json.Nodes;
using MockCustomers.Exchange;
using MockCustomers.Server;

namespace MockCustomers.Cli.Serving;

/// <summary>The file that tells scripts where everybody listens; when it is there, everybody does.</summary>
internal static class PortsFile
{
    /// <summary>Writes it whole or not at all. It stays when the sandbox stops.</summary>
    public static async Task WriteAsync(string file, SandboxServer sandbox, CancellationToken stop)
    {
        await using var replacement = new Replacement(file);
        await using (var text = new StreamWriter(replacement.Stream, leaveOpen: true))
            await text.WriteLineAsync(PlainJson.Text(Urls.Of(sandbox)).AsMemory(), stop);
        await replacement.KeepAsync(stop);
    }

    /// <summary>The control url; null when the file is not there, or is not one of these files.</summary>
    public static string? ReadControl(string file)
    {
        if (!File.Exists(file)) return null;
        try
        {
            return JsonNode.Parse(File.ReadAllBytes(file)) is JsonObject urls && urls["control"] is JsonValue value && value.TryGetValue<string>(out var url) ? url : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
