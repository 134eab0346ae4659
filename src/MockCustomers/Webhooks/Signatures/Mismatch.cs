using System.Text;

namespace MockCustomers.Webhooks.Signatures;

/// <summary>A signature that is not the one that a secret and a body make.</summary>
/// <param name="Header">The header that carried it.</param>
/// <param name="Sent">What was sent.</param>
/// <param name="Right">What the secret and the body make.</param>
/// <param name="Body">As it was received.</param>
/// <param name="Digest">With which the vendor signs.</param>
/// <param name="Content">What the signature is over, for a body.</param>
internal sealed record Mismatch(string Header, string Sent, string Right, string Secret, byte[] Body, Digest Digest, Func<byte[], byte[]> Content)
{
    /// <summary>The keys that may have been made of the secret, the right one first.</summary>
    public IReadOnlyList<byte[]> Keys { get; init; } = [Encoding.UTF8.GetBytes(Secret)];

    /// <summary>Whether the vendor writes it in base64; else in lower-case hexadecimal digits.</summary>
    public bool IsBase64 { get; init; }
}
