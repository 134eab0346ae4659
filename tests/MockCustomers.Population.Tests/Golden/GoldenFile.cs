using System.Text;

namespace MockCustomers.Population.Tests.Golden;

/// <summary>Text that must never change by itself: Golden/NAME.txt.</summary>
internal static class GoldenFile
{
    /// <summary>Compares with the file. What differs is left beside it as NAME.received.txt, to be read and, if it is meant, renamed.</summary>
    public static void ShouldBeGolden(this string text, string name)
    {
        var file = Path.Combine(Repository.Here, "Golden", name + ".txt");
        var received = Path.ChangeExtension(file, ".received.txt");
        var golden = File.Exists(file) ? File.ReadAllText(file) : "";
        if (golden == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        var (left, right) = (golden.Split('\n'), text.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(left.Length, right.Length)).First(i => left.ElementAtOrDefault(i) != right.ElementAtOrDefault(i));
        throw new ShouldAssertException(
            $"{file}:{line + 1}\nwas  {left.ElementAtOrDefault(line)}\nis   {right.ElementAtOrDefault(line)}\n" +
            "Changed customers are a breaking change. If it is meant, say so in CHANGELOG.md and rename the .received.txt beside the file.");
    }
}
