using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using MockCustomers.Webhooks.Signatures;
using StandardWebhooks;
using StandardWebhooks.Diagnostics;

namespace MockCustomers.Tests.Webhooks;

/// <summary>Signatures are what the standard's own library takes, and one that does not match is explained.</summary>
public sealed class SignatureTests
{
    private const string Body = """{"event":"customer.updated","name":"Zoë","tags":["a","b"],"n":1}""";
    private const string Secret = "a secret of 24 characters";
    private const long Now = 1_767_225_600_000;
    private static readonly StandardScheme Standard = new("standard-webhooks", "webhook");
    private static readonly StandardScheme Svix = new("svix", "svix");
    private static readonly HmacScheme Hmac = new("hmac-sha256-hex", "X-Signature", Digest.Sha256);
    private static readonly string Whsec = Standard.MakeSecret(42);

    public static TheoryData<string, string> Mangled => new()
    {
        { Body + "\n", "of the body without a newline at its end, which was added" },
        { Body[..^1] + "}\r\n", "of the body without a carriage return and a newline at its end" },
        { "\uFEFF" + Body, "of the body without the byte order mark" },
        { "  " + Body + "  ", "white space around it" },
        { Body.Replace(",", ", ", StringComparison.Ordinal).Replace(":", ": ", StringComparison.Ordinal), "of the same JSON in other white space or escapes" },
        { Body.Replace("ë", "\\u00eb", StringComparison.Ordinal), "of the same JSON in other white space or escapes" },
        { "{\n  \"event\": \"customer.updated\",\n  \"name\": \"Zoë\",\n  \"tags\": [\n    \"a\",\n    \"b\"\n  ],\n  \"n\": 1\n}", "of the same JSON in other white space or escapes" },
        { Body.Replace("Zoë", "Zoe", StringComparison.Ordinal), "neither the secret nor the body" },
    };

    [Fact]
    public void A_signature_that_is_right_matches()
    {
        Hmac.Verify(Received(Body, ("x-signature", Hex(Digest.Sha256, Secret, Body))), Secret, Now).Reason.ShouldBeNull();
        foreach (var scheme in new[] { Standard, Svix }) scheme.Verify(Signed(scheme, Body), Whsec, Now).Reason.ShouldBeNull();
    }

    [Fact]
    public void Standard_Webhooks_own_library_takes_our_signatures_and_no_others()
    {
        var judge = new StandardWebhook(Whsec);
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        for (var i = 0; i < 100; i++)
        {
            var body = $$"""{"number":{{i}},"text":"{{new string('ë', i)}}"}""";
            var sent = Standard.Sign(new SignedContent($"msg_{i}", now, Encoding.UTF8.GetBytes(body)), Whsec);
            var headers = new HeaderDictionary();
            foreach (var (name, value) in sent) headers[name] = value;
            judge.Verify(body, headers);
            Should.Throw<WebhookVerificationException>(() => judge.Verify(body + " ", headers));
            Svix.Sign(new SignedContent($"msg_{i}", now, Encoding.UTF8.GetBytes(body)), Whsec)[2].Value
                .ShouldBe(judge.Sign($"msg_{i}", DateTimeOffset.FromUnixTimeSeconds(now), body));
        }
    }

    [Fact]
    public void Our_verification_takes_the_signatures_of_that_library()
    {
        var time = DateTimeOffset.FromUnixTimeMilliseconds(Now);
        var signature = new StandardWebhook(Whsec).Sign("msg_1", time, Body);
        var received = Received(Body, ("webhook-id", "msg_1"), ("webhook-timestamp", Seconds(Now)), ("webhook-signature", "v1,AAAA " + signature));
        Standard.Verify(received, Whsec, Now).Reason.ShouldBeNull();
    }

    [Theory, MemberData(nameof(Mangled))]
    public void A_body_that_was_changed_on_its_way_is_told_by_what_happened_to_it(string body, string said)
    {
        Hmac.Verify(Received(body, ("X-Signature", Hex(Digest.Sha256, Secret, Body))), Secret, Now).Reason.ShouldNotBeNull().ShouldContain(said);
        Standard.Verify(Signed(Standard, Body) with { Body = Encoding.UTF8.GetBytes(body) }, Whsec, Now).Reason.ShouldNotBeNull().ShouldContain(said);
    }

    [Theory]
    [InlineData("\n", "of a body with a newline at its end, which was taken away")]
    [InlineData("\r\n", "of a body with a carriage return and a newline at its end, which was taken away")]
    public void A_body_that_lost_its_end_is_told(string end, string said) =>
        Hmac.Verify(Received(Body, ("X-Signature", Hex(Digest.Sha256, Secret, Body + end))), Secret, Now).Reason.ShouldNotBeNull().ShouldContain(said);

    [Fact]
    public void Line_ends_that_were_exchanged_are_told()
    {
        var (unix, windows) = ("{\n\"a\": 1\n}", "{\r\n\"a\": 1\r\n}");
        Hmac.Verify(Received(windows, ("X-Signature", Hex(Digest.Sha256, Secret, unix))), Secret, Now).Reason.ShouldNotBeNull().ShouldContain("with newlines (LF) where it now has CR LF");
        Hmac.Verify(Received(unix, ("X-Signature", Hex(Digest.Sha256, Secret, windows))), Secret, Now).Reason.ShouldNotBeNull().ShouldContain("with CR LF where it now has newlines");
    }

    [Fact]
    public void A_signature_in_another_form_is_told()
    {
        var right = Hex(Digest.Sha256, Secret, Body);
        Reason(right.ToUpperInvariant()).ShouldContain("right but for capitals");
        Reason(" " + right).ShouldContain("right but for the space around it");
        Reason("sha256=" + right).ShouldContain("has 'sha256=' before it");
        Reason(Convert.ToBase64String(Convert.FromHexString(right))).ShouldContain("is written in base64, and not in hexadecimal digits");
        Reason(Hex(Digest.Sha512, Secret, Body)).ShouldContain("is made with HMAC-SHA512, and not with HMAC-SHA256");
        Reason(Hex(Digest.Sha256, Secret + "\n", Body)).ShouldContain("a newline behind it");
        Reason(Hex(Digest.Sha256, "Bearer " + Secret, Body)).ShouldContain("'Bearer '");
        Reason("not a signature!").ShouldContain("neither hexadecimal digits nor base64");
        Reason("").ShouldContain("is empty");
        Reason(Hex(Digest.Sha256, "another", Body)).ShouldContain("another secret, or a body that was changed");
        Reason(right[..32]).ShouldContain("It has 16 bytes, and HMAC-SHA256 makes 32");
        Reason(Hex(Digest.Sha512, Secret, Body + "\n")).ShouldSatisfyAllConditions(both => both.ShouldContain("HMAC-SHA512"), both => both.ShouldContain("newline"));
        Hmac.Verify(Received(Body), Secret, Now).Reason.ShouldBe("there is no header X-Signature, which carries the signature");

        static string Reason(string sent) => Hmac.Verify(Received(Body, ("X-Signature", sent)), Secret, Now).Reason.ShouldNotBeNull();
    }

    [Fact]
    public void A_time_that_a_receiver_would_not_take_is_told()
    {
        var sent = Signed(Standard, Body);
        Standard.Verify(sent, Whsec, Now + 299_000).Reason.ShouldBeNull();
        Standard.Verify(sent, Whsec, Now + 301_000).Reason.ShouldNotBeNull().ShouldContain("00:05:01 ago");
        Standard.Verify(sent, Whsec, Now + 90_000_000_000).Reason.ShouldNotBeNull().ShouldContain("days");
        Standard.Verify(sent, Whsec, Now - 301_000).Reason.ShouldNotBeNull().ShouldContain("00:05:01 ahead");
        Standard.Verify(Signed(Standard, Body, Now), Whsec, Now).Reason.ShouldNotBeNull().ShouldContain("looks like milliseconds");
    }

    [Fact]
    public void What_else_goes_wrong_with_Standard_Webhooks_is_told()
    {
        var sent = Signed(Standard, Body);
        Standard.Verify(Signed(Svix, Body), Whsec, Now).Reason.ShouldBe("there is no header webhook-id; there is svix-id, which is the same by its other name");
        Standard.Verify(sent, "whsec_!!", Now).Reason.ShouldNotBeNull().ShouldContain("the secret is not whsec_ and bytes in base64");
        With("webhook-signature", sent.Header("webhook-signature")![3..]).ShouldContain("lacks v1, before the signature, which is right");
        With("webhook-signature", "v2,AAAA").ShouldContain("no signature of version 1");
        With("webhook-timestamp", Seconds(Now + 1000)).ShouldContain("another secret, or a body that was changed");
        var text = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Whsec), Encoding.UTF8.GetBytes($"msg_1.{Seconds(Now)}.{Body}")));
        With("webhook-signature", "v1," + text).ShouldContain("keyed with the secret's text, and not with the bytes");
        var alone = Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(Whsec["whsec_".Length..]), Encoding.UTF8.GetBytes(Body)));
        With("webhook-signature", "v1," + alone).ShouldContain("over the body alone");

        string With(string header, string value) =>
            Standard.Verify(sent with { Headers = [.. sent.Headers.Select(h => h.Key == header ? KeyValuePair.Create(header, value) : h)] }, Whsec, Now).Reason.ShouldNotBeNull();
    }

    [Fact]
    public void A_token_that_differs_is_told_without_being_shown()
    {
        var scheme = new TokenScheme("Authorization", "Bearer ");
        scheme.Verify(Received(Body, ("Authorization", "Bearer token-1234")), "token-1234", Now).Reason.ShouldBeNull();
        scheme.Verify(Received(Body, ("Authorization", "token-1234")), "token-1234", Now).Reason.ShouldNotBeNull().ShouldContain("'Bearer' is not before it");
        scheme.Verify(Received(Body, ("Authorization", "Bearer token-5678")), "token-1234", Now).Reason.ShouldNotBeNull().ShouldContain("5678");
        scheme.Refusal("a b").ShouldNotBeNull();
    }

    [Fact]
    public void Secrets_that_are_made_fit_their_scheme()
    {
        foreach (var scheme in new ISignatureScheme[] { Standard, Svix, Hmac, new TokenScheme("Authorization", "") })
        {
            scheme.Refusal(scheme.MakeSecret(1)).ShouldBeNull(scheme.Name);
            scheme.MakeSecret(1).ShouldBe(scheme.MakeSecret(1));
            scheme.MakeSecret(1).ShouldNotBe(scheme.MakeSecret(2));
        }

        Standard.Refusal("whsec_c2hvcnQ=").ShouldNotBeNull();
        Standard.Refusal("no base64").ShouldNotBeNull();
    }

    [Fact]
    public void Nothing_that_can_be_received_throws()
    {
        var odd = new[] { "", "v1,", "v1,==", "\u00ff", new string('a', 10_000), "deadbeef", "sha256=", "🦉", "v1,🦉 v1," };
        foreach (var value in odd)
        {
            foreach (var body in new[] { "", "{", "\uFEFF", "\"\\ud800\"", "[[[[", "\0" })
            {
                Hmac.Verify(Received(body, ("X-Signature", value)), Secret, Now).Matches.ShouldBeFalse();
                Standard.Verify(Received(body, ("webhook-id", value), ("webhook-timestamp", value), ("webhook-signature", value)), Whsec, Now).Matches.ShouldBeFalse();
            }
        }
    }

    private static string Hex(Digest digest, string secret, string body) => Convert.ToHexStringLower(digest.Of(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body)));

    private static string Seconds(long milliseconds) => (milliseconds / 1000).ToString(CultureInfo.InvariantCulture);

    private static ReceivedWebhook Received(string body, params (string Name, string Value)[] headers) =>
        new([.. headers.Select(header => KeyValuePair.Create(header.Name, header.Value))], Encoding.UTF8.GetBytes(body));

    private static ReceivedWebhook Signed(StandardScheme scheme, string body, long seconds = Now / 1000) =>
        new(scheme.Sign(new SignedContent("msg_1", seconds, Encoding.UTF8.GetBytes(body)), Whsec), Encoding.UTF8.GetBytes(body));
}
