using System.Security.Cryptography;

namespace MockCustomers.Webhooks.Signatures;

/// <summary>A keyed hash (HMAC, RFC 2104), by the name that people know it by.</summary>
internal sealed record Digest(string Name, int Length, Func<byte[], byte[], byte[]> Of)
{
    public static readonly Digest Sha256 = new("HMAC-SHA256", 32, HMACSHA256.HashData);

    public static readonly Digest Sha512 = new("HMAC-SHA512", 64, HMACSHA512.HashData);

    /// <summary>All that signatures of webhooks are known to be made with; the others only to tell of a mix-up.</summary>
    public static readonly IReadOnlyList<Digest> Known =
        [Sha256, Sha512, new("HMAC-SHA384", 48, HMACSHA384.HashData), new("HMAC-SHA1", 20, Sha1)];

    /// <remarks>Signs nothing: it is tried where a signature does not match, to tell that it was made with it.</remarks>
    private static byte[] Sha1(byte[] key, byte[] content) => HMACSHA1.HashData(key, content);
}
