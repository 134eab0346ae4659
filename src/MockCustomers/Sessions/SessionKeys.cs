using System.Buffers;
using MockCustomers.Customers;

namespace MockCustomers.Sessions;

/// <summary>Makes keys that work in one session only, and look like the vendor's own.</summary>
internal static class SessionKeys
{
    private static readonly SearchValues<char> Separators = SearchValues.Create("_.-");

    /// <summary>A key of the same length and prefix, in the letters that the vendor's key itself is made of.</summary>
    /// <param name="key">One of the vendor's keys.</param>
    /// <param name="session">The session's name: equal names give equal keys.</param>
    public static string Of(string key, string session)
    {
        var prefix = key.AsSpan().LastIndexOfAny(Separators) + 1;
        // The first letters of many kinds of ids are a time, and may not be any letter.
        if (key.Length - prefix > 16) prefix += 2;
        var letters = string.Concat(key[prefix..].Distinct().Order());
        var bits = StableHash.Of(StableHash.Text(key), session);
        return string.Create(key.Length, (key, prefix, letters, bits), static (made, from) =>
        {
            from.key.AsSpan().CopyTo(made);
            for (var i = from.prefix; i < made.Length; i++)
                made[i] = from.letters[StableHash.Below(StableHash.Of(from.bits, (ulong)i), from.letters.Length)];
        });
    }
}
