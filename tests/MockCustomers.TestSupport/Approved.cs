using System.Runtime.CompilerServices;

namespace MockCustomers.TestSupport;

/// <summary>Compares a text with the file that was accepted for it; where they differ, the new one is left beside it to be read.</summary>
/// <remarks>To accept: mv NAME.received.txt NAME.approved.txt, and a line in CHANGELOG.md where users can see the change.</remarks>
public static class Approved
{
    /// <summary>Compares with NAME.approved.txt.</summary>
    /// <param name="folder">Where it is, from the folder of the test; empty for that folder.</param>
    public static void Matches(string name, string text, string folder = "", [CallerFilePath] string test = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(test)!, folder, name);
        MatchesFile(text, path + ".approved.txt", path + ".received.txt");
    }

    /// <summary>Compares with a file. Line ends, and empty lines at the end, do not count.</summary>
    public static void MatchesFile(string text, string approved, string received)
    {
        text = Plain(text);
        var accepted = File.Exists(approved) ? Plain(File.ReadAllText(approved)) : "";
        if (text == accepted)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        throw new ShouldAssertException($"{Difference(accepted, text)}\nRead {received}; to accept it, say so in CHANGELOG.md and move it over {Path.GetFileName(approved)}");
    }

    private static string Plain(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";

    /// <summary>The first line that differs.</summary>
    private static string Difference(string accepted, string text)
    {
        var (before, after) = (accepted.Split('\n'), text.Split('\n'));
        var at = Enumerable.Range(0, Math.Max(before.Length, after.Length)).First(i => before.ElementAtOrDefault(i) != after.ElementAtOrDefault(i));
        return $"line {at + 1}\nwas '{before.ElementAtOrDefault(at)}'\nis  '{after.ElementAtOrDefault(at)}'";
    }
}
