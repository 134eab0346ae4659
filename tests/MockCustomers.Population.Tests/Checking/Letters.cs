using System.Text;

namespace MockCustomers.Population.Tests.Checking;

/// <summary>Names as they are written in addresses: by Expectations/_letters.yaml.</summary>
internal static class Letters
{
    private static readonly Dictionary<char, string> Plain = YamlFile.Read(Here.Folder, "Expectations", "_letters.yaml")
        .SelectMany(line => ((string)line.Value!).Select(letter => (letter, line.Key)))
        .ToDictionary(pair => pair.letter, pair => pair.Key);

    /// <summary>Lower case, accents dropped; hyphens and digits stay, everything else goes.</summary>
    /// <exception cref="InvalidDataException">A letter that the file does not know.</exception>
    public static string Fold(string name)
    {
        var folded = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsAsciiLetterOrDigit(c) || c == '-') folded.Append(char.ToLowerInvariant(c));
            else if (Plain.TryGetValue(char.ToLowerInvariant(c), out var plain)) folded.Append(plain);
            else if (char.IsLetter(c)) throw new InvalidDataException($"_letters.yaml does not know the letter '{c}' of '{name}'");
        }

        return folded.ToString();
    }
}
