using System.CommandLine;
using System.Security.Cryptography;
using MockCustomers.Server.Tls;

namespace MockCustomers.Cli.Flags;

/// <summary>The flags that say whether HTTPS is spoken, and with which certificate.</summary>
/// <remarks>A password is in no flag: command lines can be read by everybody on a machine.</remarks>
internal sealed class HttpsFlags
{
    private const string PasswordVariable = "MOCKCUSTOMERS_CERTIFICATE_PASSWORD";
    private static readonly string[] Everywhere = ["*", "0.0.0.0", "::"];

    private readonly Flag<bool> https = Switch();

    private readonly Flag<string> certificate = new("--certificate", "FILE", "The certificate of --https, PEM or PKCS #12; default: that of dotnet dev-certs where it is trusted, else one is made", null, Values.File);

    private readonly Flag<string> key = new("--certificate-key", "FILE", "The private key of --certificate, where it stands in a file of its own", null, Values.File);

    private readonly Flag<string> output = new("--certificate-out", "FILE", "Where to write the certificate without its key, as PEM, for clients to trust", null, Values.FileName);

    /// <summary>Whether HTTPS is spoken, for serve and for those who ask it.</summary>
    public static Flag<bool> Switch() => new("--https", "on|off", "Whether all ports speak HTTPS, and HTTP/2 with it", "off", Values.OnOff) { WhenBare = "on" };

    public void AddTo(Command command)
    {
        command.Add(https);
        command.Add(certificate);
        command.Add(key);
        command.Add(output);
    }

    /// <summary>What HTTPS is spoken with, written where it shall be; null for HTTP.</summary>
    /// <param name="host">The address that is listened on.</param>
    /// <param name="names">Further names of this machine.</param>
    /// <exception cref="FailureException">The certificate cannot be used, or is of no use.</exception>
    public ServerCertificate? Certificate(ParseResult asked, string host, IReadOnlyList<string> names)
    {
        if (!https.Of(asked)) return NoUse(asked);
        if (key.IsGiven(asked) && !certificate.IsGiven(asked)) throw new FailureException(ExitCode.Usage, "--certificate-key is of no use alone; --certificate beside it");
        var found = certificate.Of(asked) is { } file ? Read(file, key.Of(asked)) : Made(Everywhere.Contains(host) ? names : [host, .. names]);
        if (output.Of(asked) is not { } place) return found;
        File.WriteAllText(place, found.Certificate.ExportCertificatePem() + "\n");
        return found with { File = Path.GetFullPath(place) };
    }

    private ServerCertificate? NoUse(ParseResult asked) =>
        new[] { certificate, key, output }.FirstOrDefault(flag => flag.IsGiven(asked)) is { } useless
            ? throw new FailureException(ExitCode.Usage, $"{useless.Name} is of no use without HTTPS; --https beside it")
            : null;

    private static ServerCertificate Made(IReadOnlyList<string> names)
    {
        try
        {
            return DevelopmentCertificate.For(names, TimeProvider.System.GetUtcNow());
        }
        catch (ArgumentException unnameable)
        {
            throw new FailureException(ExitCode.Usage, $"--control-hosts: no certificate can be made for {string.Join(", ", names)} ({unnameable.Message.TrimEnd('.')}); names such as sandbox.example");
        }
    }

    private static ServerCertificate Read(string file, string? key)
    {
        try
        {
            return CertificateFile.Read(file, key, Environment.GetEnvironmentVariable(PasswordVariable) is { Length: > 0 } password ? password : null);
        }
        catch (Exception unread) when (unread is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new FailureException(ExitCode.Usage, $"--certificate: '{file}' is not right ({unread.Message.TrimEnd('.')}); {CertificateFile.Wanted}");
        }
    }
}
