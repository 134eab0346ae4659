using System.Security.Cryptography;

namespace MockCustomers.Webhooks.Signatures;

/// <summary>A keyed hash (HMAC, RFC 2104), by the name that people know it by.</summary>
/// <remarks>Lambdas, so that the library is loaded by the first signature, and not by the first manifest that names one.</remarks>
internal sealed record Digest(string Name, int Length, Func<byte[], byte[], byte[]> Of)
{
    public static readonly Digest Sha256 = new("HMAC-SHA256", 32, static (key, data) => HMACSHA256.HashData(key, data));

    public static readonly Digest Sha512 = new("HMAC-SHA512", 64, static (key, data) => HMACSHA512.HashData(key, data));

    /// <summary>What signatures of webhooks are made with; HMAC-SHA384 only to tell of a mix-up.</summary>
    public static readonly IReadOnlyList<Digest> Known = [Sha256, Sha512, new("HMAC-SHA384", 48, static (key, data) => HMACSHA384.HashData(key, data))];
}
