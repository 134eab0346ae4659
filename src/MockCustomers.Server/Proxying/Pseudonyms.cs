using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace MockCustomers.Server.Proxying;

/// <summary>Other texts of the same form in place of people's: letters for letters, digits for digits; an e-mail address at example.com. The same text always gets the same one.</summary>
/// <remarks>The key is new in each process and kept nowhere: nobody can try names and find out which one a pseudonym stands for.</remarks>
internal sealed partial class Pseudonyms
{
    private const int LettersOfHash = HMACSHA256.HashSizeInBytes / sizeof(uint);
    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);

    public string Of(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", out var date)) return date.ToString("yyyy", null) + "-01-01";
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && !text.Contains(' ', StringComparison.Ordinal) ? Shaped(text[..at], text) + "@example.com" : Shaped(text, text);
    }

    /// <summary>A sentence, in which e-mail addresses and numbers of six digits and more are replaced.</summary>
    public string Within(string sentence) => Personal().Replace(sentence, found => Of(found.Value));

    private string Shaped(string text, string whole)
    {
        var made = new StringBuilder(text.Length);
        byte[] hash = [];
        for (var i = 0; i < text.Length; i++)
        {
            // One hash is random bits for eight letters.
            if (i % LettersOfHash == 0) hash = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{i / LettersOfHash}:{whole}"));
            var bits = BitConverter.ToUInt32(hash, i % LettersOfHash * sizeof(uint));
            made.Append(text[i] switch
            {
                '0' => '0',
                >= '1' and <= '9' => (char)('1' + bits % 9),
                var letter when char.IsUpper(letter) => (char)('A' + bits % 26),
                var letter when char.IsLetter(letter) => (char)('a' + bits % 26),
                var other => other,
            });
        }

        return made.ToString();
    }

    [GeneratedRegex(@"[^\s@""'<>]+@[^\s@""'<>]+|\d{6,}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Personal();
}
