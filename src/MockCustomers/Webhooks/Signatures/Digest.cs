using System.Security.Cryptography;

namespace MockCustomers.Webhooks.Signatures;

/// <summary>A keyed hash (HMAC, RFC 2104), by the name that people know it by.</summary>
internal sealed record Digest(string Name, int Length, Func<byte[], byte[], byte[]> Of)
{
    public static readonly Digest Sha256 = new("HMAC-SHA256", 32, HMACSHA256.HashData);

    public static readonly Digest Sha512 = new("HMAC-SHA512", 64, HMACSHA512.HashData);

    /// <summary>What signatures of webhooks are made with; HMAC-SHA384 only to tell of a mix-up.</summary>
    public static readonly IReadOnlyList<Digest> Known = [Sha256, Sha512, new("HMAC-SHA384", 48, HMACSHA384.HashData)];
}
