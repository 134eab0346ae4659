using MockCustomers.Vendors.Tests.Wire;

namespace MockCustomers.Vendors.Tests.Transcripts;

public sealed class TranscriptTests(SharedSandbox shared, NativeSandbox native) : IClassFixture<SharedSandbox>, IClassFixture<NativeSandbox>
{
    private const int Least = 25;

    /// <summary>In a request that goes to the control port.</summary>
    private const string ToControl = "Host: {control}";

    /// <summary>Enough for every filter to find somebody and to leave somebody out.</summary>
    private static readonly SandboxOptions Some = new() { Population = 5_000 };

    /// <summary>Enough that some were made early in 2024, of which printed examples ask.</summary>
    private static readonly SandboxOptions More = new() { Population = 20_000 };

    [Theory, MemberData(nameof(Transcript.All), MemberType = typeof(Transcript))]
    public async Task The_vendor_answers_as_recorded(string vendor, string fact)
    {
        var transcript = Transcript.Find(vendor, fact)!;
        var sandbox = await shared.SandboxAsync(OptionsOf(transcript));
        using var tested = new VendorUnderTest(sandbox.Host(vendor));
        await CompareAsync(transcript, tested, new Uri(sandbox.Control), fact);
    }

    /// <summary>What is asked for and expected is taken from a sandbox in this process: what answers is another one.</summary>
    [Theory, MemberData(nameof(Transcript.All), MemberType = typeof(Transcript))]
    public async Task The_command_that_is_compiled_ahead_of_time_answers_as_recorded(string vendor, string fact)
    {
        Assert.SkipWhen(NativeCommand.Lacking is not null, NativeCommand.Lacking ?? "");
        var transcript = Transcript.Find(vendor, fact)!;
        var options = OptionsOf(transcript);
        using var tested = new VendorUnderTest((await shared.SandboxAsync(options)).Host(vendor), await native.UrlAsync(vendor, options));
        await CompareAsync(transcript, tested, await native.ControlAsync(options), fact);
    }

    [Theory, MemberData(nameof(Vendors.Ours), MemberType = typeof(Vendors))]
    public async Task The_command_that_is_compiled_ahead_of_time_serves_the_same_bytes(string vendor)
    {
        Assert.SkipWhen(NativeCommand.Lacking is not null, NativeCommand.Lacking ?? "");
        var host = (await shared.SandboxAsync(Some)).Host(vendor);
        (await Program.HashAsync(new VendorUnderTest(host, await native.UrlAsync(vendor, Some)))).ShouldBe(await Program.HashAsync(new VendorUnderTest(host)));
    }

    [Theory, MemberData(nameof(Transcript.All), MemberType = typeof(Transcript))]
    public void A_transcript_says_its_fact_and_its_source(string vendor, string fact) =>
        Transcript.Find(vendor, fact)!.Sentence.ShouldMatch(@"^[A-Z].*\. \[(seed|pub|3rd|inf)[^\]]*\]$");

    [Theory, MemberData(nameof(Vendors.Ours), MemberType = typeof(Vendors))]
    public void A_vendor_has_enough_transcripts(string vendor) =>
        Directory.GetFiles(Path.Combine(Transcript.Folder, vendor), "*.txt").Length.ShouldBeGreaterThanOrEqualTo(Least);

    private static SandboxOptions OptionsOf(Transcript transcript) => transcript.Exchanges.Any(e => e.Request.Contains("2024-01-", StringComparison.Ordinal)) ? More : Some;

    private static async Task CompareAsync(Transcript transcript, VendorUnderTest tested, Uri controlPort, string session)
    {
        using var control = new Connection(controlPort);
        foreach (var (request, reply) in transcript.Exchanges)
        {
            var head = request.StartsWith("HEAD ", StringComparison.Ordinal);
            var wire = request.Contains(ToControl, StringComparison.Ordinal) ? control : tested.Wire;
            var answer = await wire.SendRawAsync(transcript.Bytes(request.Replace(ToControl, $"Host: {wire.Host}", StringComparison.Ordinal), tested, session), head);
            transcript.Differences(reply, answer, tested).ShouldBeEmpty(transcript.Sentence);
        }
    }
}
