using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace MockCustomers.Validation;

/// <summary>The patterns of contracts, compiled once and bounded in time.</summary>
internal static class Patterns
{
    /// <summary>It is measured by the wall clock: on a busy machine a match also waits for its turn, and what is valid must not be refused for that.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly ConcurrentDictionary<string, Regex> Compiled = new();

    /// <summary>Whether a text matches; one on which the pattern takes too long does not.</summary>
    public static bool IsMatch(string text, string pattern)
    {
        var regex = Compiled.GetOrAdd(pattern, static p => new Regex(p, RegexOptions.ECMAScript, Patience));
        try
        {
            return regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
