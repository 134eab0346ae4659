using System.Text;
using MockCustomers.Cli.Flags;

namespace MockCustomers.Cli.Init;

/// <summary>A file of settings in which everything is a comment but what was chosen.</summary>
internal static class SettingsText
{
    private const int Width = 110;

    /// <summary>For the keys that have no default: how their values look.</summary>
    private static readonly Dictionary<string, string> Samples = new()
    {
        ["vendor"] = "[acme, other]",
        ["control-hosts"] = "[sandbox.internal]",
        ["admin-token-file"] = "token.txt",
        ["ports-file"] = "ports.json",
        ["population"] = "100000",
        ["specs"] = "specs",
        ["fixtures"] = "fixtures",
        ["faults"] = "[{when: {times: 2}, reply: {code: 503}}]",
        ["stubs"] = "stubs",
        ["webhook-hosts"] = "[hooks.internal]",
        ["proxy-to"] = "{acme: \"https://sandbox.example.com\"}",
        ["expect-fingerprint"] = "what GET /__admin/fingerprint says",
        ["url"] = "http://127.0.0.1:4010",
        ["certificate"] = "certificate.pem",
        ["certificate-key"] = "key.pem",
        ["certificate-out"] = "trust.pem",
        ["credential"] = "Bearer key",
        ["secret"] = "whsec_secret",
    };

    /// <param name="chosen">Key to value, as YAML.</param>
    public static string Of(IReadOnlyList<IFlag> flags, IReadOnlyDictionary<string, string> chosen)
    {
        var text = new StringBuilder();
        text.Append($"# yaml-language-server: $schema={FirstFiles.Schema}\n");
        text.Append($"# Settings of mockcustomers, which finds this file where it runs, or by --config. A flag without its dashes is a key here.\n");
        text.Append("# Flags win over the environment, the environment over this file, this file over the defaults, which stand in the comments.\n");
        text.Append("# Names of files and folders are seen from this file.\n");
        foreach (var flag in flags)
        {
            text.Append('\n');
            foreach (var line in Wrapped(flag.Description!.TrimStart('*', ' '))) text.Append($"# {line}\n");
            text.Append(chosen.TryGetValue(flag.Key!, out var value) ? $"{flag.Key}: {value}\n" : $"#{flag.Key}: {flag.Otherwise ?? Samples.GetValueOrDefault(flag.Key!, "")}\n");
        }

        return text.ToString();
    }

    private static IEnumerable<string> Wrapped(string text)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length + word.Length >= Width)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        yield return line;
    }
}
