using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MockCustomers.Server.Tls;

/// <summary>Reads a user's own certificate: PEM with its key beside it or within, or PKCS #12.</summary>
internal static class CertificateFile
{
    /// <summary>What a file has to be, for those who hear that theirs is not.</summary>
    public const string Wanted = "a certificate with its private key: PEM with the key in the same file or in --certificate-key, or PKCS #12 without a password or with that of MOCKCUSTOMERS_CERTIFICATE_PASSWORD";

    /// <param name="key">The file of the private key; null where it stands in the certificate's.</param>
    /// <param name="password">Of a PKCS #12 file, or of an encrypted key; null for none.</param>
    /// <exception cref="CryptographicException">It is no certificate, or its key is missing or another one's.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static ServerCertificate Read(string file, string? key, string? password)
    {
        if (!IsPem(file)) return Usable(X509CertificateLoader.LoadPkcs12FromFile(file, password));
        using var read = password is null ? X509Certificate2.CreateFromPemFile(file, key) : X509Certificate2.CreateFromEncryptedPemFile(file, password, key);
        // Windows' TLS takes no key that was never in a store or a file.
        return Usable(X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pkcs12), null));
    }

    private static ServerCertificate Usable(X509Certificate2 certificate)
    {
        if (certificate.HasPrivateKey) return new ServerCertificate(certificate, IsMade: false);
        certificate.Dispose();
        throw new CryptographicException("it has no private key");
    }

    private static bool IsPem(string file) => File.ReadAllText(file).Contains("-----BEGIN ", StringComparison.Ordinal);
}
