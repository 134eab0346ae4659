using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MockCustomers.Customers;

namespace MockCustomers.Webhooks.Signatures;

/// <summary>A keyed hash of the body, byte for byte, in lower-case hexadecimal digits in a header.</summary>
internal sealed class HmacScheme(string name, string header, Digest digest) : ISignatureScheme
{
    /// <summary>How many hexadecimal digits a secret has that is made here.</summary>
    private const int SecretWords = 2;

    public string Name => name;

    public IReadOnlyList<string> Headers { get; } = [header];

    public IReadOnlyList<KeyValuePair<string, string>> Sign(SignedContent content, string secret) => [KeyValuePair.Create(header, Hex(content.Body, secret))];

    public string? Refusal(string secret) => secret.Length > 0 ? null : "an empty text is no secret; a text of 1 character or more";

    public string MakeSecret(ulong bits) =>
        string.Concat(Enumerable.Range(0, SecretWords).Select(i => StableHash.Of(bits, (ulong)i).ToString("x16", CultureInfo.InvariantCulture)));

    public SignatureVerdict Verify(ReceivedWebhook received, string secret, long now)
    {
        if (received.Header(header) is not { } sent) return SignatureVerdict.No($"there is no header {header}, which carries the signature");
        var right = Hex(received.Body, secret);
        if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(sent), Encoding.UTF8.GetBytes(right))) return SignatureVerdict.Match;
        return SignatureVerdict.No(MismatchReason.Of(new Mismatch(header, sent, right, secret, received.Body.ToArray(), digest, body => body)));
    }

    private string Hex(ReadOnlyMemory<byte> body, string secret) => Convert.ToHexStringLower(digest.Of(Encoding.UTF8.GetBytes(secret), body.ToArray()));
}
