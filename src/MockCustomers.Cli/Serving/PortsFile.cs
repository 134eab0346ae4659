using MockCustomers.Exchange;
using MockCustomers.Server;

namespace MockCustomers.Cli.Serving;

/// <summary>The file that tells scripts where everybody listens; when it is there, everybody does.</summary>
internal static class PortsFile
{
    /// <summary>Writes it whole or not at all. It stays when the sandbox stops.</summary>
    public static async Task WriteAsync(string file, Sandbox sandbox, CancellationToken stop)
    {
        await using var replacement = new Replacement(file);
        await using (var text = new StreamWriter(replacement.Stream, leaveOpen: true))
            await text.WriteLineAsync(PlainJson.Text(Urls.Of(sandbox)).AsMemory(), stop);
        await replacement.KeepAsync(stop);
    }
}
