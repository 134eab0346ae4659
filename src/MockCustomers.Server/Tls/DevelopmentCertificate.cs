using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MockCustomers.Server.Tls;

/// <summary>A certificate for a developer's machine: ASP.NET Core's own, where this machine trusts it, else one for this run alone.</summary>
internal static class DevelopmentCertificate
{
    /// <summary>What dotnet dev-certs marks its certificates with.</summary>
    private const string DevelopmentOid = "1.3.6.1.4.1.311.84.1.1";

    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private static readonly TimeSpan Life = TimeSpan.FromDays(365);
    private static readonly string[] Always = ["localhost", "127.0.0.1", "::1"];

    /// <summary>Finds or makes it.</summary>
    /// <param name="names">Names and addresses under which the sandbox is asked, besides loopback's.</param>
    public static ServerCertificate For(IEnumerable<string> names, DateTimeOffset now)
    {
        string[] all = [.. Always.Concat(names).Distinct(StringComparer.OrdinalIgnoreCase)];
        return Trusted(all, now) is { } known ? new ServerCertificate(known, IsMade: false) : new ServerCertificate(Make(all, now), IsMade: true);
    }

    /// <summary>A certificate of dotnet dev-certs that this machine trusts and that is for all of the names; null for none.</summary>
    private static X509Certificate2? Trusted(string[] names, DateTimeOffset now)
    {
        using var store = new X509Store(StoreName.My, StoreLocation.CurrentUser);
        try
        {
            store.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
        }
        catch (CryptographicException)
        {
            // There is no store: this user has never had a certificate.
            return null;
        }

        return store.Certificates.Where(one => one.HasPrivateKey && one.Extensions.Any(extension => extension.Oid?.Value == DevelopmentOid))
            .Where(one => one.NotBefore <= now.LocalDateTime && one.NotAfter > now.LocalDateTime && Array.TrueForAll(names, name => one.MatchesHostname(name)))
            .OrderByDescending(one => one.NotAfter).FirstOrDefault(IsTrusted);
    }

    private static bool IsTrusted(X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(certificate);
    }

    private static X509Certificate2 Make(string[] names, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=MockCustomers", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ServerAuthentication)], critical: false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        var subjects = new SubjectAlternativeNameBuilder();
        foreach (var name in names)
        {
            if (IPAddress.TryParse(name, out var address)) subjects.AddIpAddress(address);
            else subjects.AddDnsName(name);
        }

        request.CertificateExtensions.Add(subjects.Build());
        // A day of tolerance for clients whose clocks are behind.
        using var made = request.CreateSelfSigned(now.AddDays(-1), now + Life);
        // Windows' TLS takes no key that was never in a store or a file.
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
