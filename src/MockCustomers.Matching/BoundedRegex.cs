using System.Text.RegularExpressions;

namespace MockCustomers.Matching;

/// <summary>Regular expressions as WireMock means them: of the whole text, over several lines; bounded in time.</summary>
internal static class BoundedRegex
{
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    /// <returns>The text's matcher; null when the expression cannot be read.</returns>
    public static Func<string, bool>? Whole(string expression, RegexOptions options, out string problem)
    {
        if (JavaRegex.Translate(expression, out problem) is not { } net) return null;
        try
        {
            // Read by itself first: what only the brackets around it make readable is a mistake.
            _ = new Regex(net, options, Patience);
            var regex = new Regex($@"\A(?:{net})\z", options | RegexOptions.CultureInvariant, Patience);
            return text => IsMatch(regex, text, expression);
        }
        catch (RegexParseException broken)
        {
            problem = broken.Message;
            return null;
        }
    }

    private static bool IsMatch(Regex regex, string text, string expression)
    {
        try
        {
            return regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            throw new PatternException($"the regular expression '{expression}' takes too long; one that can match a text in one way only");
        }
    }
}
