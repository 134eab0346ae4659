using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MockCustomers.Server.Tls;

/// <summary>Reads a user's own certificate: PEM with its key beside it or within, or PKCS #12.</summary>
internal static class CertificateFile
{
    /// <summary>What a file has to be, for those who hear that theirs is not.</summary>
    public const string Wanted = "a certificate with its private key: PEM with the key in the same file or in --certificate-key, or PKCS #12; a password is that of MOCKCUSTOMERS_CERTIFICATE_PASSWORD";

    /// <param name="key">The file of the private key; null where it stands in the certificate's.</param>
    /// <param name="password">Of a PKCS #12 file, or of an encrypted key; null for none.</param>
    /// <exception cref="CryptographicException">It is no certificate, or its key is missing or another one's.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static ServerCertificate Read(string file, string? key, string? password)
    {
        var text = File.ReadAllText(file);
        if (!IsPem(text)) return Usable(X509CertificateLoader.LoadPkcs12CollectionFromFile(file, password));
        var isEncrypted = (key is null ? text : File.ReadAllText(key)).Contains("-----BEGIN ENCRYPTED ", StringComparison.Ordinal);
        if (isEncrypted && password is null) throw new CryptographicException("its key is encrypted, and no password is given");
        using var read = isEncrypted ? X509Certificate2.CreateFromEncryptedPemFile(file, password, key) : X509Certificate2.CreateFromPemFile(file, key);
        // Windows' TLS takes no key that was never in a store or a file.
        var all = new X509Certificate2Collection(X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pkcs12), null));
        var written = new X509Certificate2Collection();
        written.ImportFromPem(text);
        // The first is the sandbox's own, which stands there once more, with its key.
        written[0].Dispose();
        all.AddRange(written.Skip(1).ToArray());
        return Usable(all);
    }

    /// <param name="all">The sandbox's own, and those between it and the authority that clients trust.</param>
    private static ServerCertificate Usable(X509Certificate2Collection all)
    {
        if (all.FirstOrDefault(certificate => certificate.HasPrivateKey) is { } own)
            return new ServerCertificate(own, IsMade: false) { Issuers = [.. all.Where(certificate => certificate != own)] };
        foreach (var certificate in all) certificate.Dispose();
        throw new CryptographicException("it has no private key");
    }

    private static bool IsPem(string text) => text.Contains("-----BEGIN ", StringComparison.Ordinal);
}
