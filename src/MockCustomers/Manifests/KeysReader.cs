namespace MockCustomers.Manifests;

/// <summary>Reads the sandbox keys of a manifest: those that no request could carry are reported.</summary>
internal static class KeysReader
{
    /// <summary>Reads the keys.</summary>
    /// <param name="auth">The place of the vendor's auth.</param>
    /// <param name="schemes">The schemes by which clients send a key.</param>
    public static IReadOnlyList<KeyManifest> Read(ManifestNode auth, IReadOnlyCollection<string> schemes)
    {
        var keys = new List<KeyManifest>();
        foreach (var node in auth.Optional("keys")?.Items ?? [])
        {
            var (place, key) = Key(node);
            if (key is null) continue;
            if (RemedyOf(key.Key, schemes) is { } remedy) place.Report($"{ManifestNode.Shown(place.Json)} cannot be sent as a key", remedy);
            else if (keys.Exists(known => known.Key == key.Key)) place.Report($"the key '{key.Key}' is there twice", "each key once");
            keys.Add(key);
        }

        if (keys.Count == 0) auth.Report("there is no key", "keys: a list of credentials that work out of the box");
        return [.. keys.DistinctBy(key => key.Key)];
    }

    private static (ManifestNode Place, KeyManifest? Key) Key(ManifestNode node)
    {
        if (node.AsText is { } bare) return (node, new KeyManifest(bare, null));
        node.Allow("key", "version", "source");
        var key = node.RequiredText("key", "the credential");
        return (node.Optional("key") ?? node, node.Optional("key")?.AsText is null ? null : new KeyManifest(key, node.Text("version")));
    }

    /// <summary>What would be right in place of a key that does not arrive as it is written (RFC 9110, section 5.5; RFC 6750, section 2.1); null when it does.</summary>
    private static string? RemedyOf(string key, IReadOnlyCollection<string> schemes)
    {
        if (schemes.Contains("bearer") && (key.Length == 0 || key.AsSpan().ContainsAnyExceptInRange('!', '~'))) return "a bearer token: visible ASCII without spaces";
        if (key.Length == 0 || key.AsSpan().ContainsAnyExceptInRange(' ', '~')) return "visible ASCII";
        return key[0] == ' ' || key[^1] == ' ' ? "no space at its beginning or end" : null;
    }
}
