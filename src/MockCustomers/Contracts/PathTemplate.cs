namespace MockCustomers.Contracts;

/// <summary>A path with parameters, such as /v1/customers/{id} or /files/{name}.{type}: read from a spec, and matched against raw request paths.</summary>
internal sealed class PathTemplate
{
    private readonly PathSegment[] segments;

    private PathTemplate(string path, PathSegment[] segments)
    {
        Path = path;
        this.segments = segments;
        Parameters = [.. segments.SelectMany(segment => segment.Names)];
    }

    public string Path { get; }

    /// <summary>The parameters' names in their order.</summary>
    public string[] Parameters { get; }

    /// <summary>The path without the names: two paths of one shape match the same requests.</summary>
    public string Shape => Join(segment => segment.Fill(_ => "{}"));

    /// <returns>null when it does not begin with a slash, or its braces do not pair.</returns>
    public static PathTemplate? Parse(string path)
    {
        if (path is not ['/', ..]) return null;
        var segments = path[1..].Split('/').Select(PathSegment.Parse).ToList();
        return segments.Contains(null) ? null : new PathTemplate(path, [.. segments.OfType<PathSegment>()]);
    }

    /// <summary>Two templates in the order in which they are tried: segment by segment, literal ones before those with a literal part before mere parameters.</summary>
    public static int Compare(PathTemplate one, PathTemplate other)
    {
        for (var i = 0; i < Math.Min(one.segments.Length, other.segments.Length); i++)
        {
            var order = one.segments[i].Rank.CompareTo(other.segments[i].Rank);
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
            var segment = segments[i];
            if (segment.Names.Length > 0) values ??= new string[Parameters.Length];
            if (!segment.Match(last ? path : path[..slash], values.AsSpan(found))) return null;
            found += segment.Names.Length;
            if (!last) path = path[(slash + 1)..];
        }

        return values ?? [];
    }

    /// <summary>The path with values in place of its parameters, percent-encoded.</summary>
    public string Fill(Func<string, string> value) => Join(segment => segment.Fill(name => Uri.EscapeDataString(value(name))));

    private string Join(Func<PathSegment, string> text) => "/" + string.Join('/', segments.Select(text));
}
