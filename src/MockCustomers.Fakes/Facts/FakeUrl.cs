namespace MockCustomers.Fakes.Facts;

/// <summary>Web addresses that lead nowhere: under .example, which RFC 2606 and RFC 6761 keep out of the DNS.</summary>
internal static class FakeUrl
{
    private const string Scheme = "https://";

    public static string Of(string first, string second)
    {
        Span<char> text = stackalloc char[128];
        Scheme.CopyTo(text);
        var length = Scheme.Length + WriteHost(first, second, text[Scheme.Length..]);
        return new string(text[..length]);
    }

    /// <summary>Writes acme-logistics.example and gives its length, at most 71.</summary>
    public static int WriteHost(string first, string second, Span<char> into)
    {
        const string fallback = "customer";
        const string suffix = ".example";
        // A label of a host name has at most 63 characters (RFC 1035): two halves and the hyphen between them.
        var length = Ascii.Fold(first, into[..31], space: '-');
        if (length > 0) into[length++] = '-';
        length += Ascii.Fold(second, into.Slice(length, 31), space: '-');
        if (length > 0 && into[length - 1] == '-') length--;
        if (length == 0)
        {
            fallback.CopyTo(into);
            length = fallback.Length;
        }

        suffix.CopyTo(into[length..]);
        return length + suffix.Length;
    }
}
