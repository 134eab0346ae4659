namespace MockCustomers.Manifests;

/// <summary>Reads the beginnings of paths.</summary>
internal static class PathReader
{
    /// <summary>The beginning of a path that stands at a key: empty, or with a slash before it and none after it; null when the key is absent.</summary>
    public static string? Read(ManifestNode node, string key)
    {
        var path = node.Text(key);
        if (path is null or "" or ['/', .., not '/']) return path;
        node.Optional(key)!.Report($"'{path}' is not how a path begins", "a slash before it and none after it, such as /v1; empty for none");
        return null;
    }
}
