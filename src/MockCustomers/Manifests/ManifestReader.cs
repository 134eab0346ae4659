using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using MockCustomers.Exchange;

namespace MockCustomers.Manifests;

/// <summary>Reads a manifest out of its JSON, reporting all that is wrong with its form.</summary>
internal static class ManifestReader
{
    private static readonly EnumNames<TrailingSlash> TrailingSlashes = new()
    {
        ["refuse"] = TrailingSlash.Refuse,
        ["ignore"] = TrailingSlash.Ignore,
        ["redirect"] = TrailingSlash.Redirect,
    };

    private static readonly EnumNames<DuplicateParameters> Duplicates = new()
    {
        ["first"] = DuplicateParameters.First,
        ["last"] = DuplicateParameters.Last,
        ["refuse"] = DuplicateParameters.Refuse,
    };

    private static readonly EnumNames<bool> MediaTypes = new() { ["any"] = true, ["json"] = false };

    private static readonly EnumNames<bool> ByteOrderMarks = new() { ["strip"] = true, ["refuse"] = false };

    /// <summary>Reads a manifest.</summary>
    /// <param name="name">The vendor's name: that of its folder.</param>
    /// <returns>null when the document is not a map; whatever else is wrong is in the diagnostics.</returns>
    public static VendorManifest? Read(string name, string file, JsonNode? document, DiagnosticBag diagnostics)
    {
        var root = new ManifestNode(document, file, "", diagnostics);
        if (!root.IsMap)
        {
            root.Report("this is not a manifest", "a map with the keys of specs/vendor.schema.json");
            return null;
        }

        root.Allow("title", "spec", "beside", "rateLimit", "requestId", "port", "basePath", "clientPath", "auth", "requests", "errors", "customer", "mappings", "webhooks", "source");
        return new VendorManifest(
            name,
            root,
            root.RequiredText("title", "the vendor's name as people write it"),
            root.Text("spec") ?? "openapi.json",
            root.Texts("beside"),
            (int?)root.Number("port", 1, 999),
            PathReader.Read(root, "basePath"),
            PathReader.Read(root, "clientPath"),
            Auth(root),
            Requests(root.Optional("requests")),
            ErrorsReader.Read(root),
            RateLimit(root.Optional("rateLimit")),
            RequestId(root.Optional("requestId")),
            CustomerReader.Read(root),
            WebhooksReader.Read(root),
            MappingReader.Read(root));
    }

    private static AuthManifest Auth(ManifestNode root)
    {
        var node = root.Required("auth", "how clients show who they are: scheme, header, keys") ?? root;
        node = node.IsMap && node != root ? node : new ManifestNode(new JsonObject(), root.File, "/auth", new DiagnosticBag());
        node.Allow("scheme", "header", "keys", "legacy", "strict", "source");
        var scheme = node.RequiredText("scheme", "apiKey or bearer");
        List<LegacyAuthManifest> legacy = [.. (node.Optional("legacy")?.Items ?? []).Select(Legacy)];
        var keys = KeysReader.Read(node, [scheme, .. legacy.Select(other => other.Scheme)]);
        return new AuthManifest(scheme, HeaderReader.Name(node, "header") ?? "Authorization", keys, legacy, node.Flag("strict"), node);
    }

    private static RateLimitManifest? RateLimit(ManifestNode? node)
    {
        if (node is null) return null;
        node.Allow("requests", "window", "headers", "refusedHeaders", "source");
        return new RateLimitManifest(
            (int)(node.Number("requests", 1, 1_000_000) ?? 1),
            (int)(node.Number("window", 1, 86_400) ?? 60),
            HeaderReader.Read(node.Optional("headers")),
            HeaderReader.Read(node.Optional("refusedHeaders")),
            node);
    }

    private static RequestIdManifest? RequestId(ManifestNode? node)
    {
        if (node is null) return null;
        node.Allow("header", "echo", "shape", "prefix", "letters", "source");
        HeaderReader.Name(node, "header");
        return new RequestIdManifest(
            node.RequiredText("header", "the reply's header"),
            node.Optional("echo")?.Json?.GetValueKind() == System.Text.Json.JsonValueKind.True,
            CustomerReader.Id(node));
    }

    private static LegacyAuthManifest Legacy(ManifestNode node)
    {
        node.Allow("scheme", "header", "source");
        return new LegacyAuthManifest(node.RequiredText("scheme", "apiKey or bearer"), HeaderReader.Name(node, "header") ?? "Authorization");
    }

    private static RequestsManifest Requests(ManifestNode? node)
    {
        node?.Allow("trailingSlash", "duplicateParameters", "mediaTypes", "byteOrderMark", "source");
        return new RequestsManifest(
            node?.Choice("trailingSlash", TrailingSlashes) ?? TrailingSlash.Refuse,
            node?.Choice("duplicateParameters", Duplicates) ?? DuplicateParameters.Last,
            node?.Choice("mediaTypes", MediaTypes) ?? false,
            node?.Choice("byteOrderMark", ByteOrderMarks) ?? false);
    }
}
