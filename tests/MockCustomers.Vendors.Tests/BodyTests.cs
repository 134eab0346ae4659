using System.IO.Compression;
using System.Text;
using MockCustomers.Vendors.Tests.Wire;

namespace MockCustomers.Vendors.Tests;

/// <summary>How bodies are read before anything is judged by the spec: as most platforms read JSON.</summary>
public sealed class BodyTests(SharedSandbox shared) : IClassFixture<SharedSandbox>
{
    private static readonly SandboxOptions Own = new() { Population = 313 };

    private static readonly int[] Allowed = [33, 65, 200, 500];
    private static readonly int[] Refused = [520, 1_100, 100_000];
    private static readonly string[] NoUnicode = ["\"\\ud800\"", "\"a\\udc00b\"", "\"\\ud83d\\ud83d\\ude00\"", "{\"\\udfff\":1}"];

    public static TheoryData<string> WithBody => Manifests.Where(v => v.WithBody.Count > 0);

    [Fact]
    public void There_are_bodies_to_send() => WithBody.Count.ShouldBeGreaterThanOrEqualTo(4);

    [Theory, MemberData(nameof(WithBody))]
    public async Task Nesting_is_bounded_far_beyond_what_clients_send(string vendor) => await EachAsync(vendor, async (tested, send) =>
    {
        var shallow = await send(With("[[0]]"));
        foreach (var depth in Allowed)
            (await send(With(Nested(depth)))).Status.ShouldBe(shallow.Status, $"{depth} levels");
        var broken = await send("{\"name\":");
        foreach (var depth in Refused)
            tested.Told(await send(With(Nested(depth)))).ShouldBe(tested.Told(broken), $"{depth} levels");
    });

    [Theory, MemberData(nameof(WithBody))]
    public async Task Of_a_property_that_stands_twice_the_last_value_counts(string vendor) => await EachAsync(vendor, async (tested, send) =>
    {
        var first = await send(With("0"));
        var twice = await send("{\"zz_unknown\":{\"a\":1,\"a\":[2]}," + With("0")[1..]);
        twice.Status.ShouldBe(first.Status, twice.Text);
        (await send("[]," + With("0"))).Status.ShouldBeGreaterThanOrEqualTo(400, "two values");
    });

    [Theory, MemberData(nameof(WithBody))]
    public async Task Text_that_is_not_Unicode_is_never_served_as_malformed_JSON(string vendor) => await EachAsync(vendor, async (tested, send) =>
    {
        var plain = await send(With("\"x\""));
        foreach (var odd in NoUnicode)
        {
            var answer = await send(With(odd));
            answer.Status.ShouldBe(plain.Status, odd);
            new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(answer.Body).ShouldNotContain("\\ud", Case.Insensitive);
        }

        (await send(With("\"\\ud83d\\ude00\""))).Status.ShouldBe(plain.Status, "a pair");
    });

    [Theory, MemberData(nameof(WithBody))]
    public async Task A_byte_order_mark_is_passed_over_only_where_the_vendor_does(string vendor) => await EachAsync(vendor, async (tested, send) =>
    {
        var plain = await send(With("0"));
        var marked = await send("\uFEFF" + With("0"));
        if (tested.Manifest.Requests.StripsByteOrderMark) marked.Status.ShouldBe(plain.Status, marked.Text);
        else tested.Told(marked).ShouldBe(tested.Told(await send("{\"name\":")));
        tested.Told(await send("\uFEFF\uFEFF" + With("0"))).ShouldBe(tested.Told(await send("{\"name\":")), "two marks");
    });

    [Theory, MemberData(nameof(WithBody))]
    public async Task A_compressed_body_is_refused_with_what_would_be_read(string vendor)
    {
        using var tested = await shared.VendorAsync(vendor, Own);
        foreach (var operation in tested.Surface.WithBody)
        {
            var target = tested.Example(operation);
            using var compressed = new MemoryStream();
            using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write("{}"u8);
            foreach (var coding in new[] { "gzip", "br", "GZIP", "identity, deflate" })
            {
                var head = $"{operation.Operation.Method} {target} HTTP/1.1\r\nHost: {tested.Wire.Host}\r\n{tested.Credential.Name}: {tested.Credential.Value}\r\n" +
                    $"Content-Type: application/json\r\nContent-Encoding: {coding}\r\nContent-Length: {compressed.Length}\r\n\r\n";
                var answer = await tested.Wire.SendRawAsync([.. Encoding.ASCII.GetBytes(head), .. compressed.ToArray()]);
                answer.Status.ShouldBe(415, answer.Text);
                answer["Accept-Encoding"].ShouldBe("identity");
                answer.Body.ShouldNotBeEmpty();
            }

            var plain = await SendAsync(tested, operation, "{}");
            (await SendAsync(tested, operation, "{}", ("Content-Encoding", "identity"))).Status.ShouldBe(plain.Status);
        }
    }

    private static string With(string value) => $"{{\"zz_unknown\":{value}}}";

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);

    private static Task<Answer> SendAsync(VendorUnderTest tested, ServedOperation operation, string body, params IEnumerable<(string Name, string Value)> headers) =>
        tested.Wire.SendAsync(operation.Operation.Method, tested.Example(operation), body, [tested.Credential, ("Content-Type", "application/json"), .. headers]);

    /// <summary>Judges the replies of each operation that takes a body.</summary>
    private async Task EachAsync(string vendor, Func<VendorUnderTest, Func<string, Task<Answer>>, Task> judge)
    {
        using var tested = await shared.VendorAsync(vendor, Own);
        foreach (var operation in tested.Surface.WithBody)
        {
            await judge(tested, body => SendAsync(tested, operation, body));
        }
    }
}
