using System.Security.Cryptography;

namespace MockCustomers.Server.Control;

/// <summary>Answers a client that has a content already with 304 (RFC 9110, 13.1.2).</summary>
internal static class EntityTag
{
    /// <summary>The content with its tag; without its bytes for a client that has them.</summary>
    public static ControlAnswer Answer(ControlCall call, ControlContent content)
    {
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(content.Bytes.Span))[..32]}\"";
        KeyValuePair<string, string>[] headers = [KeyValuePair.Create("ETag", tag), KeyValuePair.Create("Cache-Control", "no-cache"), .. content.Headers];
        return call.Header("If-None-Match") is { } known && Has(known, tag) ? new ControlAnswer(304, null) { Headers = headers } : ControlAnswer.Of(content with { Headers = headers });
    }

    /// <remarks>A weak tag compares as a strong one does (RFC 9110, 8.8.3.2).</remarks>
    private static bool Has(string known, string tag) =>
        known.Split(',', StringSplitOptions.TrimEntries).Any(one => one == "*" || one == tag || (one.StartsWith("W/", StringComparison.Ordinal) && one[2..] == tag));
}
