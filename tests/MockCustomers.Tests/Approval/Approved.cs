using System.Runtime.CompilerServices;

namespace MockCustomers.Tests.Approval;

/// <summary>Compares a text with the file that was accepted for it; where they differ, the new one is left beside it to be read.</summary>
/// <remarks>To accept: mv NAME.received.txt NAME.approved.txt, and a line in CHANGELOG.md where users can see the change.</remarks>
internal static class Approved
{
    public static void Matches(string name, string text, [CallerFilePath] string test = "")
    {
        var folder = Path.GetDirectoryName(test)!;
        var approved = Path.Combine(folder, $"{name}.approved.txt");
        var received = Path.Combine(folder, $"{name}.received.txt");
        text = text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        var accepted = File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : "";
        if (text == accepted)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        Assert.Fail($"{name} is not as approved: {Difference(accepted, text)}\nRead {received}; to accept it, move it over {name}.approved.txt");
    }

    /// <summary>The first line that differs.</summary>
    private static string Difference(string accepted, string text)
    {
        var (before, after) = (accepted.Split('\n'), text.Split('\n'));
        var at = Enumerable.Range(0, Math.Max(before.Length, after.Length)).First(i => before.ElementAtOrDefault(i) != after.ElementAtOrDefault(i));
        return $"line {at + 1} was '{before.ElementAtOrDefault(at)}', is '{after.ElementAtOrDefault(at)}'";
    }
}
