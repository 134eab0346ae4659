using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace MockCustomers.Cli.Tests;

/// <summary>HTTPS and HTTP/2: urls, clients that trust and clients that do not, certificates of one's own, faults on a stream.</summary>
public sealed class HttpsTests(HttpsTests.HttpsSandbox shared) : IClassFixture<HttpsTests.HttpsSandbox>, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly RunningSandbox sandbox = shared.Sandbox;

    private string Trusted => shared.Trusted;

    private string Vendor => (string)sandbox.Ports["vendors"]![Vendors.First]!["url"]!;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Every_url_that_it_tells_is_one_of_https()
    {
        sandbox.Control.ShouldStartWith("https://127.0.0.1:");
        ((string)sandbox.Ports["certificate"]!).ShouldBe(Trusted);
        sandbox.Command.Output.ShouldContain(Trusted);
        var curls = sandbox.Command.Output.Split('\n').Where(line => line.StartsWith("curl ", StringComparison.Ordinal)).ToList();
        curls.ShouldNotBeEmpty();
        curls.ShouldAllBe(line => line.Contains(" 'https://127.0.0.1:", StringComparison.Ordinal));
        using var client = Client(HttpVersion.Version20);
        foreach (var path in new[] { "/health/ready", "/__admin/vendors", "/__admin/curls", "/specs/align/openapi.json" })
        {
            var told = await client.GetStringAsync(sandbox.Control + path);
            told.ShouldContain("https://127.0.0.1:");
        }

        await client.GetAsync(Vendor + "/no-such-path");
        (await client.GetStringAsync(sandbox.Control + "/__admin/requests?limit=1")).ShouldContain($"\"absoluteUrl\":\"{Vendor}/no-such-path\"");
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task A_client_speaks_the_version_that_it_likes(string version)
    {
        using var client = Client(Version.Parse(version));

        foreach (var url in new[] { sandbox.Control + "/health/live", Vendor + "/v0/customers" })
        {
            using var reply = await client.GetAsync(url);
            reply.Version.ShouldBe(Version.Parse(version));
        }
    }

    [Fact]
    public async Task Whoever_does_not_trust_it_is_told_so_by_its_own_client()
    {
        using var stranger = new HttpClient(new SocketsHttpHandler { UseProxy = false });

        (await Should.ThrowAsync<HttpRequestException>(() => stranger.GetAsync(sandbox.Control + "/health/live"))).HttpRequestError.ShouldBe(HttpRequestError.SecureConnectionError);
    }

    [Fact]
    public void The_certificate_is_for_loopback_and_the_names_of_the_control_port()
    {
        using var certificate = X509CertificateLoader.LoadCertificateFromFile(Trusted);

        certificate.HasPrivateKey.ShouldBeFalse();
        foreach (var name in new[] { "localhost", "127.0.0.1", "::1", "sandbox.example" }) certificate.MatchesHostname(name).ShouldBeTrue(name);
        certificate.MatchesHostname("evil.example").ShouldBeFalse();
        File.ReadAllText(Trusted).ShouldNotContain("PRIVATE KEY");
    }

    [Theory]
    [InlineData("--http1.1", "1.1")]
    [InlineData("--http2", "2")]
    public async Task A_printed_curl_works_in_either_version(string flag, string version)
    {
        Assert.SkipUnless(OtherProgram.IsHere("curl"), "no curl: apt-get install curl");
        var line = sandbox.Command.Output.Split('\n').First(text => text.StartsWith("curl --cacert ", StringComparison.Ordinal));
        using var ended = await new OtherProgram(folder.Path, null, "bash", "-c", $"{line} --silent --show-error --noproxy '*' {flag} --output /dev/null --write-out '%{{http_code}} %{{http_version}}'").EndAsync();

        ended.Told.Trim().ShouldBe($"200 {version}");
    }

    [Theory]
    [InlineData("reset", HttpRequestError.HttpProtocolError)]
    [InlineData("empty", HttpRequestError.HttpProtocolError)]
    [InlineData("truncate", HttpRequestError.HttpProtocolError)]
    [InlineData("garbage", HttpRequestError.HttpProtocolError)]
    [InlineData("malformed", HttpRequestError.HttpProtocolError)]
    public async Task A_fault_breaks_one_stream_of_a_connection(string transport, HttpRequestError error)
    {
        var connections = 0;
        using var client = Client(HttpVersion.Version20, () => Interlocked.Increment(ref connections));
        var broken = await BrokenAsync(client, transport);

        broken.HttpRequestError.ShouldBe(error);
        (await client.GetAsync(Vendor + "/no-such-path")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        connections.ShouldBe(1, "the connection went on");
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("empty")]
    [InlineData("truncate")]
    [InlineData("garbage")]
    [InlineData("malformed")]
    public async Task A_fault_of_HTTP_1_is_within_TLS(string transport)
    {
        using var client = Client(HttpVersion.Version11);

        var broken = await BrokenAsync(client, transport);

        broken.HttpRequestError.ShouldBe(transport switch
        {
            "truncate" => HttpRequestError.ResponseEnded,
            "empty" => HttpRequestError.ResponseEnded,
            "garbage" or "malformed" => HttpRequestError.InvalidResponse,
            _ => HttpRequestError.Unknown,
        }, broken.ToString());
    }

    [Fact]
    public async Task The_healthcheck_asks_by_https()
    {
        using var byFile = await Command.RunAsync("healthcheck", "--wait", "1m", "--ports-file", sandbox.PortsFile);
        using var byEnvironment = await Command.RunAsync(new Dictionary<string, string> { ["MOCKCUSTOMERS_HTTPS"] = "on", ["MOCKCUSTOMERS_PORT_BASE"] = $"{new Uri(sandbox.Control).Port}" }, "healthcheck", "--wait", "1m");
        using var without = await Command.RunAsync("healthcheck", "--port-base", $"{new Uri(sandbox.Control).Port}");

        (byFile.ExitCode, byFile.Output).ShouldBe((0, $"ready: {sandbox.Control}\n"));
        (byEnvironment.ExitCode, byEnvironment.Output).ShouldBe((0, $"ready: {sandbox.Control}\n"));
        without.ExitCode.ShouldBe(1);
    }

    [Theory]
    [InlineData("pem", null)]
    [InlineData("pem and key", null)]
    [InlineData("pfx", null)]
    [InlineData("pfx", "secret")]
    public async Task A_certificate_of_ones_own_is_shown(string form, string? password)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var own = new CertificateRequest("CN=own.example", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        var (file, keyFile) = (folder.Of("own"), folder.Of("own.key"));
        if (form == "pfx") File.WriteAllBytes(file, own.Export(X509ContentType.Pkcs12, password));
        else File.WriteAllText(file, own.ExportCertificatePem() + (form == "pem" ? "\n" + key.ExportPkcs8PrivateKeyPem() : ""));
        File.WriteAllText(keyFile, key.ExportPkcs8PrivateKeyPem());
        Dictionary<string, string> environment = password is null ? [] : new() { ["MOCKCUSTOMERS_CERTIFICATE_PASSWORD"] = password };
        using var other = await RunningSandbox.StartAsync(environment, ["--https", "--certificate", file, .. form == "pem and key" ? new[] { "--certificate-key", keyFile } : []]);

        string? seen = null;
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => (seen = certificate!.Subject).Length > 0 } });
        (await client.GetStringAsync(other.Control + "/health/live")).ShouldContain("live");

        seen.ShouldBe("CN=own.example");
        other.Command.Output.ShouldNotContain("--insecure");
    }

    [Fact]
    public async Task A_certificate_whose_time_is_over_is_shown_and_told_of()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var own = new CertificateRequest("CN=own.example", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch.AddDays(1), DateTimeOffset.UnixEpoch.AddYears(30));
        var file = folder.Write(own.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem(), "own");

        using var other = await RunningSandbox.StartAsync([], "--https", "--certificate", file);

        other.Command.Output.ShouldContain("the certificate is for 1970-01-02 to 2000-01-01: clients refuse it now");
    }

    [Theory]
    [InlineData("pem", null)]
    [InlineData("pem", "secret")]
    [InlineData("pfx", null)]
    public async Task A_client_that_trusts_the_authority_alone_is_shown_the_certificates_between(string form, string? password)
    {
        var (from, to) = (DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var betweenKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var root = Authority("CN=root", rootKey).CreateSelfSigned(from, to);
        using var issued = Authority("CN=between", betweenKey).Create(root, from, to, [1]);
        using var between = issued.CopyWithPrivateKey(betweenKey);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        var request = new CertificateRequest("CN=own.example", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(names.Build());
        using var own = request.Create(between, from, to, [2]);
        var (file, keyFile) = (folder.Of("chain"), folder.Of("chain.key"));
        using var whole = own.CopyWithPrivateKey(key);
        if (form == "pfx") File.WriteAllBytes(file, new X509Certificate2Collection { whole, issued }.Export(X509ContentType.Pkcs12, password)!);
        else File.WriteAllText(file, own.ExportCertificatePem() + "\n" + issued.ExportCertificatePem());
        File.WriteAllText(keyFile, password is null ? key.ExportPkcs8PrivateKeyPem() : key.ExportEncryptedPkcs8PrivateKeyPem(password, new PbeParameters(PbeEncryptionAlgorithm.Aes128Cbc, HashAlgorithmName.SHA256, 1000)));
        Dictionary<string, string> environment = password is null ? [] : new() { ["MOCKCUSTOMERS_CERTIFICATE_PASSWORD"] = password };
        using var other = await RunningSandbox.StartAsync(environment, ["--https", "--certificate", file, .. form == "pem" ? new[] { "--certificate-key", keyFile } : []]);

        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(root);
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, SslOptions = { CertificateChainPolicy = policy } });
        (await client.GetStringAsync(other.Control + "/health/live")).ShouldContain("live");
    }

    [Fact]
    public async Task An_encrypted_key_without_a_password_is_told_as_such()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var own = new CertificateRequest("CN=own.example", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        File.WriteAllText(folder.Of("own"), own.ExportCertificatePem());
        File.WriteAllText(folder.Of("own.key"), key.ExportEncryptedPkcs8PrivateKeyPem("secret", new PbeParameters(PbeEncryptionAlgorithm.Aes128Cbc, HashAlgorithmName.SHA256, 1000)));
        using var ended = await Command.RunAsync("--https", "--certificate", folder.Of("own"), "--certificate-key", folder.Of("own.key"), "--port-base", "0");

        ended.ExitCode.ShouldBe(2);
        ended.Error.ShouldContain("its key is encrypted, and no password is given");
    }

    [Theory]
    [InlineData("--https --certificate {folder}/nowhere.pem", "a file that is there")]
    [InlineData("--https --certificate {folder}/text", "is not right")]
    [InlineData("--https --certificate {trusted}", "a certificate with its private key")]
    [InlineData("--https --control-hosts a..b", "names such as sandbox.example")]
    [InlineData("--https --certificate-key {folder}/text", "--certificate beside it")]
    [InlineData("--certificate {folder}/text", "--https beside it")]
    [InlineData("--certificate-out {folder}/out.pem", "--https beside it")]
    public async Task A_certificate_that_cannot_be_used_ends_the_start(string flags, string told)
    {
        File.WriteAllText(folder.Of("text"), "hello");
        using var ended = await Command.RunAsync([.. flags.Split(' ').Select(flag => flag.Replace("{folder}", folder.Path, StringComparison.Ordinal).Replace("{trusted}", Trusted, StringComparison.Ordinal)), "--port-base", "0"]);

        ended.ExitCode.ShouldBe(2);
        ended.Error.ShouldContain(told);
        ended.Error.ShouldNotContain("   at ");
    }

    private static CertificateRequest Authority(string name, ECDsa key)
    {
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        return request;
    }

    /// <summary>A client that trusts the sandbox's certificate alone, and speaks one version.</summary>
    private HttpClient Client(Version version, Action? onConnected = null)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(X509CertificateLoader.LoadCertificateFromFile(Trusted));
        var handler = new SocketsHttpHandler { UseProxy = false, SslOptions = { CertificateChainPolicy = policy } };
        if (onConnected is not null)
            handler.PlaintextStreamFilter = (context, _) =>
            {
                onConnected();
                return ValueTask.FromResult(context.PlaintextStream);
            };
        return new HttpClient(handler) { DefaultRequestVersion = version, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
    }

    /// <summary>What a client gets while a fault breaks every call.</summary>
    /// <remarks>Some are sent again by the client itself: a fault that struck once would not be seen.</remarks>
    private async Task<HttpRequestException> BrokenAsync(HttpClient client, string transport)
    {
        using var control = Client(HttpVersion.Version20);
        using var body = new StringContent($$"""{"transport": "{{transport}}"}""", Encoding.UTF8, "application/json");
        (await control.PostAsync(sandbox.Control + "/__admin/faults", body)).StatusCode.ShouldBe(HttpStatusCode.Created);
        try
        {
            return await Should.ThrowAsync<HttpRequestException>(() => FetchAsync(client));
        }
        finally
        {
            (await control.DeleteAsync(sandbox.Control + "/__admin/faults")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }

    private async Task<string> FetchAsync(HttpClient client)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Vendor + "/v0/customers/15b76e3c-ebcd-43e0-991b-82f441135d72") { Version = client.DefaultRequestVersion, VersionPolicy = client.DefaultVersionPolicy };
        var card = sandbox.Ports["vendors"]![Vendors.First]!;
        request.Headers.TryAddWithoutValidation((string)card["header"]!, (string)card["value"]!);
        using var reply = await client.SendAsync(request, HttpCompletionOption.ResponseContentRead);
        return await reply.Content.ReadAsStringAsync();
    }

    /// <summary>One sandbox for all of these tests.</summary>
    public sealed class HttpsSandbox : IAsyncLifetime
    {
        private readonly TemporaryFolder folder = new();

        /// <summary>Where its certificate is written.</summary>
        public string Trusted => folder.Of("trusted.pem");

        internal RunningSandbox Sandbox { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Sandbox = await RunningSandbox.StartAsync("--https", "--certificate-out", Trusted, "--control-hosts", "sandbox.example");

        public ValueTask DisposeAsync()
        {
            Sandbox.Dispose();
            folder.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
