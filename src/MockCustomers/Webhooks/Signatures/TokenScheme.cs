using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MockCustomers.Webhooks.Signatures;

/// <summary>The secret itself in a header: it shows who sent a webhook, and nothing of whether it was changed.</summary>
/// <param name="scheme">What stands before the secret, such as "Bearer "; empty for nothing.</param>
internal sealed class TokenScheme(string header, string scheme) : ISignatureScheme
{
    public string Name => "token";

    public IReadOnlyList<string> Headers { get; } = [header];

    public IReadOnlyList<KeyValuePair<string, string>> Sign(SignedContent content, string secret) => [KeyValuePair.Create(header, scheme + secret)];

    public string? Refusal(string secret) =>
        secret.Length > 0 && !secret.AsSpan().ContainsAnyExceptInRange('!', '~') ? null : "it is sent in a header; visible ASCII without spaces, 1 character or more";

    public string MakeSecret(ulong bits) => "whsec_" + bits.ToString("x16", CultureInfo.InvariantCulture);

    public SignatureVerdict Verify(ReceivedWebhook received, string secret, long now)
    {
        if (received.Header(header) is not { } sent) return SignatureVerdict.No($"there is no header {header}, which carries the token");
        if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(sent), Encoding.UTF8.GetBytes(scheme + secret))) return SignatureVerdict.Match;
        if (sent == secret) return SignatureVerdict.No($"the token is right, but '{scheme.Trim()}' is not before it");
        if (sent.Trim() == (scheme + secret).Trim()) return SignatureVerdict.No("the token differs in the space around it alone");
        return SignatureVerdict.No($"{header} carries another token: this one ends in '{sent[^Math.Min(4, sent.Length)..]}'");
    }
}
