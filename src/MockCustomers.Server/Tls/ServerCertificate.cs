using System.Security.Cryptography.X509Certificates;

namespace MockCustomers.Server.Tls;

/// <summary>With what the sandbox shows who it is, to clients that speak TLS.</summary>
/// <param name="Certificate">With its private key.</param>
/// <param name="IsMade">Whether it was made for this run, so that nobody trusts it yet.</param>
internal sealed record ServerCertificate(X509Certificate2 Certificate, bool IsMade)
{
    /// <summary>The certificates between it and an authority, which clients are shown beside it: they trust the authority, and know none of these.</summary>
    public X509Certificate2Collection Issuers { get; init; } = [];

    /// <summary>Whether it is for a time: clients refuse it before and after.</summary>
    public bool IsFor(DateTimeOffset time) => Certificate.NotBefore <= time.LocalDateTime && time.LocalDateTime <= Certificate.NotAfter;

    /// <summary>Where its public part was written for clients to trust; null for nowhere.</summary>
    public string? File { get; init; }

    /// <summary>What a curl needs to trust it; null for nothing.</summary>
    public string? CurlOption => !IsMade ? null : File is null ? "--insecure" : $"--cacert '{File.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
