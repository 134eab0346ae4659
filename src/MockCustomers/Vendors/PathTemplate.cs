namespace MockCustomers.Vendors;

/// <summary>A path with parameters, such as /v1/customers/{id}, matched against raw request paths.</summary>
public sealed class PathTemplate
{
    private readonly string[] segments;
    private readonly bool[] isParameter;

    /// <param name="path">Begins with a slash; a parameter fills a whole segment.</param>
    public PathTemplate(string path)
    {
        Path = path;
        segments = path[1..].Split('/');
        isParameter = [.. segments.Select(s => s is ['{', .., '}'])];
        for (var i = 0; i < segments.Length; i++)
            if (isParameter[i]) segments[i] = segments[i][1..^1];
        Parameters = [.. segments.Where((_, i) => isParameter[i])];
    }

    public string Path { get; }

    /// <summary>The parameters' names in their order.</summary>
    public string[] Parameters { get; }

    /// <summary>Two templates in the order in which they are tried: literal segments before parameters.</summary>
    public static int Compare(PathTemplate one, PathTemplate other)
    {
        for (var i = 0; i < Math.Min(one.segments.Length, other.segments.Length); i++)
        {
            var order = one.isParameter[i].CompareTo(other.isParameter[i]);
            if (order != 0) return order;
        }

        return 0;
    }

    /// <summary>The decoded values of the parameters; null when the path is another one.</summary>
    /// <param name="path">Raw, still percent-encoded, beginning with a slash.</param>
    public string[]? Match(ReadOnlySpan<char> path)
    {
        if (path.IsEmpty || path[0] != '/') return null;
        path = path[1..];
        string[]? values = null;
        var found = 0;
        for (var i = 0; i < segments.Length; i++)
        {
            var slash = path.IndexOf('/');
            var last = i == segments.Length - 1;
            if (slash < 0 != last) return null;
            var segment = last ? path : path[..slash];
            if (!isParameter[i])
            {
                if (!IsSame(segment, segments[i])) return null;
            }
            else
            {
                if (segment.IsEmpty) return null;
                values ??= new string[Parameters.Length];
                values[found++] = Decode(segment);
            }

            if (!last) path = path[(slash + 1)..];
        }

        return values ?? [];
    }

    /// <summary>The path with values in place of its parameters, percent-encoded.</summary>
    public string Fill(Func<string, string> value) =>
        "/" + string.Join('/', segments.Select((s, i) => isParameter[i] ? Uri.EscapeDataString(value(s)) : s));

    private static bool IsSame(ReadOnlySpan<char> segment, string literal) =>
        segment.SequenceEqual(literal) || (segment.Contains('%') && Decode(segment) == literal);

    private static string Decode(ReadOnlySpan<char> segment) =>
        segment.Contains('%') ? Uri.UnescapeDataString(segment.ToString()) : segment.ToString();
}
