using System.Globalization;
using MockCustomers.Customers;
using MockCustomers.Fakes.Facts;

namespace MockCustomers.Fakes;

/// <summary>E-mail addresses that no mail can be delivered to, and the customer's number in each of them.</summary>
/// <remarks>
/// example.com, example.net and example.org are kept by RFC 2606 section 3, and everything under .example by its section 2; RFC 6761
/// section 6.5 asks that nobody register or resolve them. The parts before the @ have at most 24 + 1 + 24 + 1 + 12 of the 64
/// characters that RFC 5321 allows.
/// </remarks>
internal static class FakeEmail
{
    private const int LongestName = 24;
    private static readonly string[] Domains = ["@example.com", "@example.net", "@example.org"];

    /// <summary>The number of the customer whose address it would be: the digits between the last dot before the @ and the @.</summary>
    /// <returns>null when the address has no such number; the customer's own e-mail tells whether it is really his.</returns>
    public static long? CustomerNumberOf(ReadOnlySpan<char> email)
    {
        var at = email.LastIndexOf('@');
        if (at < 0) return null;
        var digits = email[(email[..at].LastIndexOf('.') + 1)..at];
        if (digits.Length > 1 && digits[0] == '0') return null;
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>ona.kazlauskiene.17@example.org</summary>
    internal static string OfPerson(string first, string last, long number, ulong bits)
    {
        Span<char> text = stackalloc char[128];
        var length = Ascii.Fold(first, text[..LongestName], space: '\0');
        if (length > 0) text[length++] = '.';
        var lastLength = Ascii.Fold(last, text.Slice(length, LongestName), space: '\0');
        length += lastLength;
        if (length == 0) length = Write("customer", text, 0);
        if (text[length - 1] != '.') text[length++] = '.';
        length = Write(number, text, length);
        return new string(text[..Write(Domains[StableHash.Below(bits, Domains.Length)], text, length)]);
    }

    /// <summary>billing.17@acme-logistics.example</summary>
    internal static string OfCompany(string role, long number, string word, string trade)
    {
        Span<char> text = stackalloc char[128];
        var length = Write(role, text, 0);
        text[length++] = '.';
        length = Write(number, text, length);
        text[length++] = '@';
        return new string(text[..(length + FakeUrl.WriteHost(word, trade, text[length..]))]);
    }

    private static int Write(string part, Span<char> text, int at)
    {
        part.CopyTo(text[at..]);
        return at + part.Length;
    }

    private static int Write(long number, Span<char> text, int at)
    {
        number.TryFormat(text[at..], out var written, default, CultureInfo.InvariantCulture);
        return at + written;
    }
}
