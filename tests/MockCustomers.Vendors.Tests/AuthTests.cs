using MockCustomers.Auth;
using MockCustomers.Vendors.Tests.Transcripts;

namespace MockCustomers.Vendors.Tests;

public sealed class AuthTests(SharedSandbox shared) : IClassFixture<SharedSandbox>
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW"];

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task A_stranger_is_told_the_same_whatever_is_asked(string vendor)
    {
        using var tested = await shared.VendorAsync(vendor);
        foreach (var (transcript, header) in Refused(tested))
        {
            var first = await tested.Wire.SendAsync("GET", tested.Example(tested.Fetch), header);
            foreach (var target in Targets(tested))
            {
                foreach (var method in Methods)
                {
                    var answer = await tested.Wire.SendAsync(method, target, header);
                    tested.Told(answer, withBody: method != "HEAD").ShouldBe(tested.Told(first, withBody: method != "HEAD"), $"{method} {target}");
                }
            }

            if (Transcript.Find(vendor, transcript) is { } recorded) recorded.Differences(recorded.Exchanges[0].Reply, first, tested).ShouldBeEmpty(transcript);
        }
    }

    [Theory, MemberData(nameof(Vendors.Ours), MemberType = typeof(Vendors))]
    public void What_a_stranger_is_told_stands_in_transcripts(string vendor)
    {
        foreach (var name in new[] { "missing-credential", "unknown-credential" })
            Transcript.Find(vendor, name).ShouldNotBeNull($"{vendor}/{name}.txt");
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task Every_key_of_the_manifest_lets_in_and_no_other(string vendor)
    {
        using var tested = await shared.VendorAsync(vendor);
        var example = tested.Example(tested.Fetch);
        (await tested.GetAsync(example)).Status.ShouldBe(200);
        var (name, value) = tested.Credential;
        foreach (var key in tested.Manifest.Auth.Keys.Select(k => k.Key))
        {
            var prefix = value[..^tested.Manifest.Auth.Keys[0].Key.Length];
            (await tested.Wire.SendAsync("GET", example, (name, prefix + key))).Status.ShouldBe(200);
            (await tested.Wire.SendAsync("GET", example, (name.ToUpperInvariant(), prefix + key))).Status.ShouldBe(200);
            foreach (var other in new[] { key[..^1], key + "x", key.ToUpperInvariant(), key.ToLowerInvariant(), new string('k', 10_000), "é" })
                if (other != key) (await tested.Wire.SendAsync("GET", example, (name, prefix + other))).Status.ShouldBeInRange(400, 401, other);
        }

        (await tested.Wire.SendAsync("GET", example, (name, value), (name, value))).Status.ShouldBeInRange(400, 401, "the header twice");
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task The_journal_tells_how_to_let_in_a_legacy_credential(string vendor)
    {
        var options = new SandboxOptions { Population = 17 };
        using var tested = await shared.VendorAsync(vendor, options);
        var auth = tested.Manifest.Auth;
        var first = await tested.Wire.SendAsync("GET", tested.Example(tested.Fetch));
        foreach (var (scheme, header) in auth.Legacy)
        {
            var value = scheme == "bearer" ? $"Bearer {auth.Keys[0].Key}" : auth.Keys[0].Key;
            var refused = await tested.Wire.SendAsync("GET", tested.Example(tested.Fetch), (header, value));
            tested.Told(refused).ShouldBe(tested.Told(first), "the vendor's own words, as for any stranger");
            var entry = (await shared.SandboxAsync(options)).Host(vendor).Sessions.Default.Journal.Latest.First(e => e.Vendor == vendor);
            entry.Fault!.Detail.ShouldNotBeNull().ShouldContain("--legacy-auth");
        }

        (await tested.Wire.SendAsync("GET", tested.Example(tested.Fetch), ("X-Nothing", "x"))).Status.ShouldBe(first.Status);
        (await shared.SandboxAsync(options)).Host(vendor).Sessions.Default.Journal.Latest.First(e => e.Vendor == vendor).Fault!.Detail.ShouldBeNull("a stranger");
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task Any_lets_every_well_formed_credential_in(string vendor)
    {
        using var tested = await shared.VendorAsync(vendor, new SandboxOptions { Auth = AuthMode.Any });
        using var strict = await shared.VendorAsync(vendor);
        foreach (var (transcript, header) in Refused(tested))
        {
            var answer = await tested.Wire.SendAsync("GET", tested.Example(tested.Fetch), header);
            if (transcript == "unknown-credential") answer.Status.ShouldBe(200, answer.Text);
            else tested.Told(answer).ShouldBe(tested.Told(await strict.Wire.SendAsync("GET", strict.Example(strict.Fetch), header)));
        }
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task Off_lets_everybody_in(string vendor)
    {
        using var tested = await shared.VendorAsync(vendor, new SandboxOptions { Auth = AuthMode.Off });
        foreach (var (transcript, header) in Refused(tested))
            (await tested.Wire.SendAsync("GET", tested.Example(tested.Fetch), header)).Status.ShouldBe(200, transcript);
    }

    /// <summary>What is wrong with credentials, by the transcript that tells the vendor's answer, and the headers that show it.</summary>
    private static IEnumerable<(string Transcript, (string Name, string Value)[] Header)> Refused(VendorUnderTest tested)
    {
        var (name, value) = tested.Credential;
        var key = tested.Manifest.Auth.Keys[0].Key;
        yield return ("missing-credential", []);
        yield return ("missing-credential", [(name, "")]);
        yield return ("missing-credential", [(name == "Authorization" ? "X-Api-Key" : "Authorization", value)]);
        yield return ("unknown-credential", [(name, value + "0")]);
        yield return ("unknown-credential", [(name, value.Replace(key, "nobody", StringComparison.Ordinal))]);
        if (value == key) yield break;
        yield return ("malformed-credential", [(name, key)]);
        yield return ("malformed-credential", [(name, "Basic " + key)]);
        if (tested.Manifest.Auth.Strict) yield return ("malformed-credential", [(name, value.Replace(" ", "  ", StringComparison.Ordinal))]);
        yield return ("malformed-credential", [(name, value + " more")]);
        yield return ("malformed-credential", [(name, value.Split(' ')[0])]);
    }

    private static IEnumerable<string> Targets(VendorUnderTest tested)
    {
        foreach (var operation in tested.Reads) yield return tested.Example(operation);
        foreach (var operation in tested.Reads) yield return tested.Example(operation) + "/";
        if (tested.Size is { } size) yield return $"{tested.Example(tested.List!)}?{size.Name}=0";
        yield return tested.PathOf("x");
        yield return tested.PathOf(tested.FirstId[..^2] + "aa");
        yield return "/";
        yield return "/nowhere";
        yield return "/" + new string('a', 10_000);
        yield return "/health/live";
        // /__admin itself is not the vendor's, but the stubs' (ADR 17).
        yield return "/__administration";
    }
}
