namespace MockCustomers.Validation;

/// <summary>A query as name-value pairs.</summary>
internal static class QueryString
{
    /// <summary>The decoded pairs in their order; + is a space, as forms write it.</summary>
    public static List<(string Name, string Value)> Parse(ReadOnlySpan<char> query)
    {
        var pairs = new List<(string, string)>();
        foreach (var range in query.Split('&'))
        {
            var pair = query[range];
            if (pair.IsEmpty) continue;
            var equals = pair.IndexOf('=');
            var name = equals < 0 ? pair : pair[..equals];
            var value = equals < 0 ? [] : pair[(equals + 1)..];
            pairs.Add((Decode(name), Decode(value)));
        }

        return pairs;
    }

    private static string Decode(ReadOnlySpan<char> text) =>
        text.ContainsAny('%', '+') ? Uri.UnescapeDataString(text.ToString().Replace('+', ' ')) : text.ToString();
}
