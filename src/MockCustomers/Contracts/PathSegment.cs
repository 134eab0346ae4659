namespace MockCustomers.Contracts;

/// <summary>What stands between two slashes of a path: literal text, parameters, or both in turn.</summary>
internal sealed class PathSegment
{
    /// <summary>One more than there are parameters; empty where nothing stands before, between or after them.</summary>
    private readonly string[] literals;

    private PathSegment(string[] literals, string[] names)
    {
        this.literals = literals;
        Names = names;
        Rank = names.Length == 0 ? int.MinValue : -string.Concat(literals).Length;
    }

    /// <summary>The parameters' names in their order; none of them is matched by nothing.</summary>
    public string[] Names { get; }

    /// <summary>The lower, the earlier it is tried: the more of it is literal.</summary>
    public int Rank { get; }

    /// <returns>null when its braces do not pair.</returns>
    public static PathSegment? Parse(string segment)
    {
        var (literals, names) = (new List<string>(), new List<string>());
        var rest = segment.AsSpan();
        while (rest.IndexOfAny('{', '}') is var open and >= 0)
        {
            var length = rest[(open + 1)..].IndexOfAny('{', '}');
            if (rest[open] == '}' || length <= 0 || rest[open + 1 + length] == '{') return null;
            literals.Add(rest[..open].ToString());
            names.Add(rest.Slice(open + 1, length).ToString());
            rest = rest[(open + length + 2)..];
        }

        literals.Add(rest.ToString());
        return new PathSegment([.. literals], [.. names]);
    }

    /// <summary>Whether a raw segment fits; the parameters' decoded values are then written, each as short as it can be but the last.</summary>
    /// <param name="values">As long as there are parameters at least.</param>
    public bool Match(ReadOnlySpan<char> raw, Span<string> values)
    {
        var text = raw.Contains('%') ? Uri.UnescapeDataString(raw.ToString()) : raw;
        if (Names.Length == 0) return text.SequenceEqual(literals[0]);
        if (!text.StartsWith(literals[0])) return false;
        text = text[literals[0].Length..];
        for (var i = 0; i < Names.Length - 1; i++)
        {
            if (text.Length < 2 || text[1..].IndexOf(literals[i + 1]) is not (var at and >= 0)) return false;
            values[i] = text[..(at + 1)].ToString();
            text = text[(at + 1 + literals[i + 1].Length)..];
        }

        if (!text.EndsWith(literals[^1]) || text.Length == literals[^1].Length) return false;
        values[Names.Length - 1] = text[..^literals[^1].Length].ToString();
        return true;
    }

    /// <summary>The segment with texts in place of its parameters.</summary>
    public string Fill(Func<string, string> value) => literals[0] + string.Concat(Names.Select((name, i) => value(name) + literals[i + 1]));
}
