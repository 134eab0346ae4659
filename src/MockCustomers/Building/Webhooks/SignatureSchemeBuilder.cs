using MockCustomers.Manifests;
using MockCustomers.Webhooks.Signatures;

namespace MockCustomers.Building.Webhooks;

/// <summary>Builds the signature schemes that manifests name.</summary>
internal static class SignatureSchemeBuilder
{
    private static readonly Dictionary<string, Func<string, string, ISignatureScheme>> InHeader = new()
    {
        ["hmac-sha256-hex"] = (header, _) => new HmacScheme("hmac-sha256-hex", header, Digest.Sha256),
        ["hmac-sha512-hex"] = (header, _) => new HmacScheme("hmac-sha512-hex", header, Digest.Sha512),
        ["token"] = (header, prefix) => new TokenScheme(header, prefix),
    };

    private static readonly Dictionary<string, Func<ISignatureScheme>> WithHeaders = new()
    {
        ["standard-webhooks"] = () => new StandardScheme("standard-webhooks", "webhook"),
        ["svix"] = () => new StandardScheme("svix", "svix"),
    };

    /// <summary>The scheme of a manifest; null, and reported, when there is none.</summary>
    public static ISignatureScheme? Build(WebhookSignatureManifest manifest)
    {
        if (manifest.Prefix.Length > 0 && manifest.Scheme != "token") manifest.Node.Report($"nothing stands before a signature of '{manifest.Scheme}'", "no prefix; or scheme: token");
        if (WithHeaders.TryGetValue(manifest.Scheme, out var own))
        {
            if (manifest.Header is not null) manifest.Node.Report($"'{manifest.Scheme}' has headers of its own", "no header");
            var scheme = own();
            if (manifest.IsKeySecret) manifest.Node.Report($"an API key is no secret of '{manifest.Scheme}'", "secret: subscription");
            return scheme;
        }

        if (!InHeader.TryGetValue(manifest.Scheme, out var build))
        {
            manifest.Node.Report($"unknown scheme '{manifest.Scheme}'", $"scheme: one of: {string.Join(", ", InHeader.Keys.Concat(WithHeaders.Keys).Order(StringComparer.Ordinal))}");
            return null;
        }

        if (manifest.Header is not null) return build(manifest.Header, manifest.Prefix);
        manifest.Node.Report("'header' is missing", "the header that carries the signature");
        return null;
    }
}
