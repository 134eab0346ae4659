namespace MockCustomers.OpenApi.Specs;

/// <summary>A path of a spec, such as /customers/{id}.</summary>
/// <param name="Parameters">The names in braces, in their order.</param>
/// <param name="Shape">The path without those names: two paths of one shape match the same requests.</param>
internal sealed record PathTemplate(IReadOnlyList<string> Parameters, string Shape)
{
    /// <returns>null when its braces do not pair.</returns>
    public static PathTemplate? Parse(string path)
    {
        var names = new List<string>();
        var shape = "";
        var rest = path.AsSpan();
        while (rest.IndexOfAny('{', '}') is var open and >= 0)
        {
            var length = rest[(open + 1)..].IndexOfAny('{', '}');
            if (rest[open] == '}' || length <= 0 || rest[open + 1 + length] == '{') return null;
            names.Add(rest.Slice(open + 1, length).ToString());
            shape += $"{rest[..open]}{{}}";
            rest = rest[(open + length + 2)..];
        }
        return new PathTemplate(names, $"{shape}{rest}");
    }
}
