using System.Text.Json.Nodes;

namespace MockCustomers.Cli.Exchanges;

/// <summary>What the vendor answers before any operation does.</summary>
internal sealed class MswRefusals(RecordedVendor vendor)
{
    private const string Path = "/nothing-is-here";

    public async Task<JsonObject> RecordAsync()
    {
        var (target, known) = (vendor.Vendor.BasePath + Path, vendor.Credential.Value);
        return new JsonObject
        {
            ["missingCredential"] = MswReply.Of(await vendor.AskAsync("GET", target, null), (target, "path")),
            ["malformedCredential"] = MswReply.Of(await vendor.AskAsync("GET", target, "malformed"), (target, "path")),
            ["unknownCredential"] = MswReply.Of(await vendor.AskAsync("GET", target, Other(known)), (target, "path")),
            ["noSuchPath"] = MswReply.Of(await vendor.AskAsync("GET", target, known), (target, "path"), ("GET", "method")),
        };
    }

    /// <summary>Whether the scheme before the key, where there is one, may be written in small letters.</summary>
    public async Task<bool> IsSchemeOfAnyCaseAsync()
    {
        var known = vendor.Credential.Value;
        if (known.Split(' ', 2) is not [var scheme, var key]) return false;
        return (await vendor.AskAsync("GET", vendor.Vendor.BasePath + Path, $"{scheme.ToLowerInvariant()} {key}")).Status != (await vendor.AskAsync("GET", vendor.Vendor.BasePath + Path, null)).Status;
    }

    /// <summary>A credential of the same form that nobody has.</summary>
    private static string Other(string known) => known[..^1] + (known[^1] == 'x' ? 'y' : 'x');
}
