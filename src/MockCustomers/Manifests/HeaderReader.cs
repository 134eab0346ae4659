namespace MockCustomers.Manifests;

/// <summary>Reads names and values of headers: what HTTP would not carry is reported (RFC 9110, section 5).</summary>
internal static class HeaderReader
{
    /// <summary>A map of names to values.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Read(ManifestNode? node)
    {
        if (node is null) return [];
        var headers = new List<KeyValuePair<string, string>>();
        foreach (var (name, place) in node.Entries)
        {
            CheckName(name, place);
            headers.Add(KeyValuePair.Create(name, Value(node, name) ?? ""));
        }

        return headers;
    }

    /// <summary>The header's name that stands at a key; null when the key is absent.</summary>
    public static string? Name(ManifestNode node, string key)
    {
        if (node.Optional(key) is { AsText: { } name } place) CheckName(name, place);
        return node.Text(key);
    }

    /// <summary>The header's value that stands at a key; null when the key is absent.</summary>
    public static string? Value(ManifestNode node, string key)
    {
        if (node.Text(key) is not { } text) return null;
        if (text.AsSpan().ContainsAnyExceptInRange(' ', '~')) node.Optional(key)!.Report($"{ManifestNode.Shown(text)} cannot be the value of a header", "visible ASCII");
        return text;
    }

    private static void CheckName(string name, ManifestNode place)
    {
        if (!IsName(name))
            place.Report($"'{name}' cannot be the name of a header", "letters, digits and hyphens, such as X-Total");
    }

    private static bool IsName(string text)
    {
        foreach (var letter in text)
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '_')) return false;
        return text.Length > 0;
    }
}
