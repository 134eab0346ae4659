using MockCustomers.Exchange;
using MockCustomers.Vendors.Tests.Wire;

namespace MockCustomers.Vendors.Tests;

public sealed class RequestTests(SharedSandbox shared) : IClassFixture<SharedSandbox>
{
    private static readonly string[] Methods = ["POST", "PUT", "PATCH", "DELETE", "TRACE", "BREW", "get"];
    private static readonly string[] Expected = ["Content-Type", "Content-Length", "Date"];
    private static readonly string[] Cors = ["Access-Control-Allow-Origin", "Access-Control-Expose-Headers"];

    public static TheoryData<string> WithSize => Manifests.Where(v => v.Size is not null);

    [Fact]
    public void There_are_parameters_to_send_twice() => WithSize.Count.ShouldBeGreaterThanOrEqualTo(4);

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task An_unknown_path_is_refused_in_the_vendors_words(string vendor)
    {
        using var tested = await shared.VendorAsync(vendor);
        foreach (var path in new[] { "/", "/nowhere", "/nowhere/at/all", "//", "/.", "/..", "/%", "/%zz", tested.PathOf("a") + "/b", tested.PathOf("a") + "//" })
        {
            var answer = await tested.GetAsync(path);
            answer.Status.ShouldBe(Status(tested, FaultKind.NoSuchPath), path);
            answer.Body.ShouldNotBeEmpty();
        }
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task An_unknown_id_of_the_right_shape_finds_no_customer(string vendor)
    {
        using var one = await shared.VendorAsync(vendor);
        using var other = await shared.VendorAsync(vendor, new SandboxOptions { Seed = new Customers.Seed("somebody else's") });
        for (var place = 0; place < 20; place++)
            (await one.GetAsync(one.PathOf(other.Id(place)))).Status.ShouldBe(Status(one, FaultKind.NoSuchCustomer));
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task A_malformed_id_finds_no_customer(string vendor)
    {
        using var tested = await shared.VendorAsync(vendor);
        int[] allowed = [Status(tested, FaultKind.MalformedId), Status(tested, FaultKind.NoSuchCustomer)];
        var id = tested.FirstId;
        foreach (var malformed in new[] { "x", " ", id + "x", id[..^1], " " + id, id + " ", id + "\n", "😀", new string('x', 5000), "null", "..", id + "/..", $"{id}?x", "'; drop table customers; --" })
            allowed.ShouldContain((await tested.GetAsync(tested.PathOf(malformed))).Status, malformed);
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task A_known_path_with_another_method_tells_the_methods_that_it_has(string vendor)
    {
        using var tested = await shared.VendorAsync(vendor);
        foreach (var operation in tested.Reads)
        {
            foreach (var method in Methods.Except(tested.Allow(operation).Split(", ")))
            {
                var answer = await tested.SendAsync(method, tested.Example(operation));
                answer.Status.ShouldBe(Status(tested, FaultKind.MethodNotAllowed), method);
                answer["Allow"].ShouldBe(tested.Allow(operation));
            }
        }
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task Head_is_get_without_the_body(string vendor)
    {
        using var tested = await shared.VendorAsync(vendor);
        string[] targets = [.. tested.Reads.Select(tested.Example), "/nowhere", tested.PathOf("x")];
        foreach (var target in targets)
        {
            var get = await tested.GetAsync(target);
            var head = await tested.SendAsync("HEAD", target);
            tested.Told(head with { Headers = Comparable(head) }, withBody: false).ShouldBe(tested.Told(get with { Headers = Comparable(get) }, withBody: false));
            tested.Told(await tested.GetAsync(target)).ShouldBe(tested.Told(get), "the connection is still in step");
        }
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task Options_tells_the_methods(string vendor)
    {
        using var tested = await shared.VendorAsync(vendor);
        foreach (var operation in tested.Reads)
        {
            var answer = await tested.SendAsync("OPTIONS", tested.Example(operation));
            answer.Status.ShouldBe(204);
            answer["Allow"].ShouldBe(tested.Allow(operation));
            answer["Content-Length"].ShouldBeNull();
        }

        (await tested.SendAsync("OPTIONS", "/nowhere")).Status.ShouldBe(Status(tested, FaultKind.NoSuchPath));
        (await tested.SendAsync("OPTIONS", "*")).Status.ShouldBeLessThan(500);
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task A_browser_may_call_from_anywhere(string vendor)
    {
        using var tested = await shared.VendorAsync(vendor);
        var preflight = await tested.Wire.SendAsync(
            "OPTIONS", tested.Example(tested.Fetch),
            ("Origin", "https://app.example"), ("Access-Control-Request-Method", "GET"), ("Access-Control-Request-Headers", $"{tested.Credential.Name}, x-mine"));
        preflight.Status.ShouldBe(204);
        preflight["Access-Control-Allow-Origin"].ShouldBe("https://app.example");
        preflight["Access-Control-Allow-Credentials"].ShouldBe("true");
        preflight["Vary"].ShouldBe("Origin");
        preflight["Access-Control-Allow-Methods"]!.Split(", ").ShouldContain("GET");
        preflight["Access-Control-Allow-Headers"].ShouldBe($"{tested.Credential.Name}, x-mine");
        foreach (var target in new[] { tested.Example(tested.Fetch), "/nowhere" })
            CheckShown(await tested.GetAsync(target, ("Origin", "https://app.example"), ("Prefer", "wait=0")));
        CheckShown(await tested.Wire.SendAsync("GET", "/", ("Origin", "https://app.example")));
        if (tested.List is { } list) CheckShown(await tested.GetAsync(tested.Example(list), ("Origin", "https://app.example")));
    }

    /// <summary>A page that sends credentials may see a reply only where its origin and each header are named (the Fetch standard).</summary>
    private static void CheckShown(Answer answer)
    {
        answer["Access-Control-Allow-Origin"].ShouldBe("https://app.example");
        answer["Access-Control-Allow-Credentials"].ShouldBe("true");
        answer["Vary"].ShouldBe("Origin");
        var own = answer.Headers.Select(h => h.Key).Where(name => name.StartsWith("X-", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        var exposed = (answer["Access-Control-Expose-Headers"] ?? "").Split(", ", StringSplitOptions.RemoveEmptyEntries);
        own.Except(exposed).ShouldBeEmpty();
        exposed.ShouldNotContain("*");
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task A_preflight_is_never_counted_and_never_refused(string vendor)
    {
        using var tested = await shared.VendorAsync(vendor, new SandboxOptions { EnforceRateLimits = true, Seed = Customers.Seed.Of(6) });
        var (limit, target) = (tested.Manifest.RateLimit?.Requests ?? 20, tested.Example(tested.Fetch));
        for (var i = 0; i < limit + 5; i++)
            (await tested.Wire.SendAsync("OPTIONS", target, ("Origin", "https://app.example"), ("Access-Control-Request-Method", "GET"))).Status.ShouldBe(204);
        (await tested.GetAsync(target)).Status.ShouldBe(200);
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task Nothing_is_counted_where_rate_limits_are_off(string vendor)
    {
        using var tested = await shared.VendorAsync(vendor);
        var target = tested.Example(tested.Fetch);
        var names = (tested.Manifest.RateLimit?.Headers ?? []).Select(h => h.Key).ToList();
        var first = await tested.GetAsync(target);
        var second = await tested.GetAsync(target);
        foreach (var name in names) second[name].ShouldBe(first[name]);
        first.Headers.Count(h => names.Contains(h.Key)).ShouldBe(names.Count);
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task A_preflight_with_odd_bytes_breaks_nothing(string vendor)
    {
        using var tested = await shared.VendorAsync(vendor);
        var preflight = await tested.Wire.SendAsync(
            "OPTIONS", tested.Example(tested.Fetch),
            ("Origin", "https://äpp.example"), ("Access-Control-Request-Method", "GET"), ("Access-Control-Request-Headers", "x-é"));
        preflight.Status.ShouldBeLessThan(500);
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task Without_cors_no_reply_speaks_of_it(string vendor)
    {
        using var tested = await shared.VendorAsync(vendor, new SandboxOptions { Cors = false });
        var preflight = await tested.Wire.SendAsync("OPTIONS", tested.Example(tested.Fetch), ("Origin", "https://app.example"), ("Access-Control-Request-Method", "GET"));
        preflight.Status.ShouldBeInRange(400, 401);
        var answer = await tested.GetAsync(tested.Example(tested.Fetch), ("Origin", "https://app.example"));
        foreach (var reply in new[] { preflight, answer }) reply.Headers.ShouldAllBe(h => !h.Key.StartsWith("Access-Control"));
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task A_trailing_slash_does_what_the_manifest_says(string vendor)
    {
        using var tested = await shared.VendorAsync(vendor);
        foreach (var operation in tested.Reads)
        {
            var example = tested.Example(operation);
            var plain = await tested.GetAsync(example);
            var slashed = await tested.GetAsync(example + "/?a=b&a=%C3%A9");
            switch (tested.Manifest.Requests.TrailingSlash)
            {
                case TrailingSlash.Ignore:
                    slashed.Text.ShouldBe(plain.Text);
                    break;
                case TrailingSlash.Redirect:
                    slashed.Status.ShouldBe(301);
                    slashed["Location"].ShouldBe(example + "?a=b&a=%C3%A9");
                    (await tested.SendAsync("HEAD", example + "/")).Status.ShouldBe(307);
                    break;
                default:
                    slashed.Status.ShouldBe(Status(tested, FaultKind.NoSuchPath));
                    break;
            }
        }
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task A_trailing_slash_after_odd_bytes_breaks_nothing(string vendor)
    {
        using var tested = await shared.VendorAsync(vendor);
        foreach (var tail in new[] { "é/", "x/?é", "x/?a=\u0001", "é/?é=😀" })
            (await tested.GetAsync(tested.PathOf("") + tail)).Status.ShouldBeLessThan(500, tail);
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task A_percent_encoded_path_is_the_same_path(string vendor)
    {
        using var tested = await shared.VendorAsync(vendor);
        var plain = await tested.GetAsync(tested.PathOf(tested.FirstId));
        plain.Status.ShouldBe(200);
        var encodedId = string.Concat(tested.FirstId.Select(c => $"%{(int)c:X2}"));
        var encodedPath = "/" + string.Join('/', tested.PathOf(tested.FirstId)[1..].Split('/').Select(s => string.Concat(s.Select(c => $"%{(int)c:x2}"))));
        (await tested.GetAsync(tested.PathOf("").TrimEnd('/') + "/" + encodedId)).Text.ShouldBe(plain.Text);
        (await tested.GetAsync(encodedPath)).Text.ShouldBe(plain.Text);
        (await tested.GetAsync(tested.PathOf(tested.FirstId) + "?unknown=1&=&&x")).Text.ShouldBe(plain.Text);
        (await tested.GetAsync(tested.PathOf(tested.FirstId) + "%00")).Status.ShouldBe(400, "no HTTP server takes a NUL");
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task A_very_long_request_is_refused_in_the_vendors_words(string vendor)
    {
        using var tested = await shared.VendorAsync(vendor);
        var noise = new string('a', 100_000);
        (await tested.GetAsync("/" + noise)).Status.ShouldBe(Status(tested, FaultKind.NoSuchPath));
        (await tested.GetAsync(tested.PathOf(noise))).Status.ShouldBeOneOf(Status(tested, FaultKind.MalformedId), Status(tested, FaultKind.NoSuchCustomer));
        (await tested.GetAsync(string.Concat(Enumerable.Repeat("/a", 50_000)))).Status.ShouldBe(Status(tested, FaultKind.NoSuchPath));
        (await tested.GetAsync(tested.Example(tested.Fetch) + "?" + string.Concat(Enumerable.Repeat("a=b&", 25_000)))).Status.ShouldBe(200);
        (await tested.GetAsync("/" + new string('a', 300_000))).Status.ShouldBe(414);
        (await tested.GetAsync(tested.Example(tested.Fetch))).Status.ShouldBe(200);
    }

    [Theory, MemberData(nameof(WithSize))]
    public async Task A_parameter_that_is_sent_twice_counts_as_the_manifest_says(string vendor)
    {
        using var tested = await shared.VendorAsync(vendor);
        var size = tested.Size!;
        var answer = await tested.GetAsync($"{tested.Example(tested.List!)}?{size.Name}=2&{size.Name}=3&%{(int)size.Name[0]:X2}{size.Name[1..]}=4");
        switch (tested.Manifest.Requests.DuplicateParameters)
        {
            case DuplicateParameters.First: tested.Customers(answer).Count.ShouldBe(2); break;
            case DuplicateParameters.Last: tested.Customers(answer).Count.ShouldBe(4); break;
            default: answer.Status.ShouldBe(Status(tested, FaultKind.InvalidParameter)); break;
        }
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task An_absolute_target_is_its_path(string vendor)
    {
        using var tested = await shared.VendorAsync(vendor);
        string[] targets = [.. tested.Reads.Select(tested.Example), "/nowhere?x=%20", tested.Example(tested.List ?? tested.Fetch) + "?limit=x&page=2"];
        foreach (var target in targets)
            tested.Told(await tested.GetAsync(tested.Host.Url + target)).ShouldBe(tested.Told(await tested.GetAsync(target)));
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task No_header_betrays_what_serves(string vendor)
    {
        using var tested = await shared.VendorAsync(vendor);
        var own = tested.Manifest.Mappings.SelectMany(m => m.Headers).Concat(FaultKinds.All.SelectMany(kind => tested.Manifest.Errors.Faults[kind]?.Headers ?? []));
        string[] known = [.. Expected, .. Cors, "Allow", "Location", "Connection", .. tested.Volatile, .. own.Select(h => h.Key)];
        Answer[] answers =
        [
            .. await Task.WhenAll(tested.Reads.Select(async o => await new Connection(new Uri(tested.Host.Url)).SendAsync("GET", tested.Example(o), tested.Credential))),
            await tested.GetAsync("/nowhere"), await tested.SendAsync("DELETE", tested.Example(tested.Fetch)), await tested.Wire.SendAsync("GET", "/"),
            await tested.SendAsync("OPTIONS", tested.Example(tested.Fetch)), await tested.GetAsync("/%00"), await tested.GetAsync(tested.Example(tested.Fetch) + "/"),
        ];
        foreach (var answer in answers)
        {
            answer.Headers.Select(h => h.Key).Except(known).ShouldBeEmpty();
            answer.Headers.Select(h => h.Key).ShouldBeUnique();
            answer.Text.ShouldNotContain("kestrel", Case.Insensitive);
            answer.Text.ShouldNotContain("   at ");
        }
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task A_reply_has_the_type_that_the_spec_or_the_manifest_says(string vendor)
    {
        using var tested = await shared.VendorAsync(vendor);
        foreach (var operation in tested.Reads)
            (await tested.GetAsync(tested.Example(operation)))["Content-Type"].ShouldBe(operation.Operation.Success!.MediaType);
        var unknown = tested.Manifest.Errors.Faults[FaultKind.NoSuchPath]!.ContentType ?? tested.Manifest.Errors.ContentType;
        (await tested.GetAsync("/nowhere"))["Content-Type"].ShouldBe(unknown);
    }

    /// <summary>A refusal may repeat the method, and then be a letter longer.</summary>
    private static List<KeyValuePair<string, string>> Comparable(Answer answer) =>
        [.. answer.Headers.Where(h => answer.Status == 200 || h.Key != "Content-Length")];

    private static int Status(VendorUnderTest tested, FaultKind fault)
    {
        var faults = tested.Manifest.Errors.Faults;
        return (faults[fault] ?? faults[FaultKinds.Fallback(fault)!.Value]!).Status;
    }
}
