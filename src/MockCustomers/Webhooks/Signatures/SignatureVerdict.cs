namespace MockCustomers.Webhooks.Signatures;

/// <summary>Whether a signature is that of a secret and a body, and if not, why.</summary>
/// <param name="Reason">A sentence for people; null when it matches.</param>
internal sealed record SignatureVerdict(string? Reason)
{
    public static readonly SignatureVerdict Match = new((string?)null);

    public bool Matches => Reason is null;

    public static SignatureVerdict No(string reason) => new(reason);
}
