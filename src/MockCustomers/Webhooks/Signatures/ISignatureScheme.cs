namespace MockCustomers.Webhooks.Signatures;

/// <summary>One way in which a webhook shows who sent it, named by manifests.</summary>
internal interface ISignatureScheme
{
    string Name { get; }

    /// <summary>The headers that carry it, in the order in which they are sent.</summary>
    IReadOnlyList<string> Headers { get; }

    /// <summary>The headers of a delivery.</summary>
    /// <param name="secret">Fit for it: <see cref="Refusal"/> said nothing.</param>
    IReadOnlyList<KeyValuePair<string, string>> Sign(SignedContent content, string secret);

    /// <summary>Why a text cannot be a secret, and what can be; null when it can.</summary>
    string? Refusal(string secret);

    /// <summary>A secret in the form that is usual; the same for equal bits.</summary>
    string MakeSecret(ulong bits);

    /// <summary>Judges what was received.</summary>
    /// <param name="now">The time by which its age is judged, as Unix milliseconds.</param>
    SignatureVerdict Verify(ReceivedWebhook received, string secret, long now);
}
