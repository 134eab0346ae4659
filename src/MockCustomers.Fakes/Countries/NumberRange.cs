using System.Globalization;

namespace MockCustomers.Fakes.Countries;

/// <summary>Whole numbers from <paramref name="First"/> to <paramref name="Last"/>, both included.</summary>
internal sealed record NumberRange(int First, int Last)
{
    /// <summary>Reads "1-180"; null when the text is not such a range or does not begin at 1 or more.</summary>
    public static NumberRange? Parse(string text)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0 || !IsNumber(text.AsSpan(0, dash), out var first) || !IsNumber(text.AsSpan(dash + 1), out var last))
            return null;
        return first >= 1 && first <= last ? new NumberRange(first, last) : null;
    }

    private static bool IsNumber(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
