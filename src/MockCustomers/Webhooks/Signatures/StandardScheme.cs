using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MockCustomers.Customers;

namespace MockCustomers.Webhooks.Signatures;

/// <summary>Standard Webhooks (standardwebhooks.com), in its own headers or in those of Svix, where it comes from: HMAC-SHA256 over id, time and body, in base64.</summary>
/// <param name="prefix">Of the three headers: webhook, or svix.</param>
internal sealed class StandardScheme(string name, string prefix) : ISignatureScheme
{
    private const string SecretPrefix = "whsec_";
    private const string Version = "v1,";

    /// <summary>How far the time of a delivery may be from the receiver's, as the vendors' libraries have it.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    public string Name => name;

    public IReadOnlyList<string> Headers { get; } = [$"{prefix}-id", $"{prefix}-timestamp", $"{prefix}-signature"];

    public IReadOnlyList<KeyValuePair<string, string>> Sign(SignedContent content, string secret)
    {
        var time = content.Time.ToString(CultureInfo.InvariantCulture);
        return
        [
            KeyValuePair.Create(Headers[0], content.Id),
            KeyValuePair.Create(Headers[1], time),
            KeyValuePair.Create(Headers[2], Version + Base64(content.Id, time, content.Body, KeyOf(secret)!)),
        ];
    }

    /// <remarks>24 to 64 bytes, says the standard; svix's own library takes any number.</remarks>
    public string? Refusal(string secret) => KeyOf(secret) is { Length: >= 24 and <= 64 } ? null : $"it is not {SecretPrefix} and 24 to 64 bytes in base64; such as {MakeSecret(0)}";

    public string MakeSecret(ulong bits)
    {
        var key = new byte[24];
        for (var i = 0; i < key.Length; i++) key[i] = (byte)StableHash.Of(bits, (ulong)i);
        return SecretPrefix + Convert.ToBase64String(key);
    }

    public SignatureVerdict Verify(ReceivedWebhook received, string secret, long now)
    {
        if (KeyOf(secret) is not { } key) return SignatureVerdict.No($"the secret is not {SecretPrefix} and bytes in base64");
        foreach (var header in Headers)
            if (received.Header(header) is null) return SignatureVerdict.No(Missing(header, received));
        var (id, time, signatures) = (received.Header(Headers[0])!, received.Header(Headers[1])!, received.Header(Headers[2])!);
        var right = Base64(id, time, received.Body, key);
        var candidates = signatures.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (candidates.Any(candidate => IsEqual(candidate, Version + right))) return Age(time, now);
        var first = candidates.FirstOrDefault(candidate => candidate.StartsWith(Version, StringComparison.Ordinal));
        if (first is null && candidates.Any(candidate => IsEqual(candidate, right))) return SignatureVerdict.No($"{Headers[2]} lacks {Version} before the signature, which is right");
        if (first is null) return SignatureVerdict.No($"{Headers[2]} holds no signature of version 1: it looks like {Version}…");
        var content = received.Body.ToArray();
        return SignatureVerdict.No(MismatchReason.Of(new Mismatch(Headers[2], first[Version.Length..], right, secret, content, Digest.Sha256, body => Content(id, time, body))
        {
            Keys = [key, Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(secret.Replace(SecretPrefix, "", StringComparison.Ordinal))],
            IsBase64 = true,
        }));
    }

    private static bool IsEqual(string sent, string right) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(sent), Encoding.UTF8.GetBytes(right));

    private string Missing(string header, ReceivedWebhook received)
    {
        var other = prefix == "svix" ? "webhook" : "svix";
        var elsewhere = header.Replace(prefix, other, StringComparison.Ordinal);
        var hint = received.Header(elsewhere) is null ? "" : $"; there is {elsewhere}, which is the same by its other name";
        return $"there is no header {header}{hint}";
    }

    private SignatureVerdict Age(string time, long now)
    {
        if (!long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var sent)) return SignatureVerdict.No($"{Headers[1]} is '{time}', and no whole number of seconds since 1970");
        if (sent > 100_000_000_000) return SignatureVerdict.No($"{Headers[1]} is {time}, which looks like milliseconds; it has to be seconds since 1970. The signature is right");
        var age = TimeSpan.FromMilliseconds(now) - TimeSpan.FromSeconds(sent);
        if (age > Tolerance) return SignatureVerdict.No($"the signature is right, but {Headers[1]} is {Shown(age)} ago: more than the 5 minutes that the vendors' libraries allow");
        if (age < -Tolerance) return SignatureVerdict.No($"the signature is right, but {Headers[1]} is {Shown(-age)} ahead: more than the 5 minutes that the vendors' libraries allow");
        return SignatureVerdict.Match;
    }

    private static string Shown(TimeSpan time) => time.ToString(time.TotalDays >= 1 ? "d' days 'hh':'mm':'ss" : "hh':'mm':'ss", CultureInfo.InvariantCulture);

    /// <summary>The key that a secret stands for; null when it stands for none.</summary>
    private static byte[]? KeyOf(string secret)
    {
        var text = secret.StartsWith(SecretPrefix, StringComparison.Ordinal) ? secret[SecretPrefix.Length..] : secret;
        var bytes = new byte[text.Length];
        return text.Length > 0 && Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
    }

    private static string Base64(string id, string time, ReadOnlyMemory<byte> body, byte[] key) => Convert.ToBase64String(Digest.Sha256.Of(key, Content(id, time, body.ToArray())));

    private static byte[] Content(string id, string time, byte[] body) => [.. Encoding.UTF8.GetBytes($"{id}.{time}."), .. body];
}
