using System.Net;
using System.Text.Json.Nodes;
using MockCustomers.Server.Webhooks;

namespace MockCustomers.Vendors.Tests.Webhooks;

/// <summary>Webhooks go to this machine and to private networks, and to hosts that the user named; no trick leads elsewhere.</summary>
public sealed class SafetyTests
{
    private static string AnyVendor => Manifests.All[0].Name;

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data", "169.254.169.254")]
    [InlineData("http://2852039166/", "169.254.169.254")]
    [InlineData("http://0xa9fea9fe/", "169.254.169.254")]
    [InlineData("http://0251.0376.0251.0376/", "169.254.169.254")]
    [InlineData("http://[::ffff:169.254.169.254]/", "169.254.169.254")]
    [InlineData("http://[::ffff:8.8.8.8]/", "8.8.8.8")]
    [InlineData("http://[64:ff9b::7f00:1]/", "64:ff9b::")]
    [InlineData("http://[2002:7f00:1::]/", "2002:7f00:1::")]
    [InlineData("http://[fe80::1]/", "fe80::1")]
    [InlineData("http://[::]/", "::")]
    [InlineData("http://0.0.0.0/", "0.0.0.0")]
    [InlineData("http://0/", "0.0.0.0")]
    [InlineData("http://8.8.8.8/", "8.8.8.8")]
    [InlineData("http://172.32.0.1/", "172.32.0.1")]
    [InlineData("http://224.0.0.1/", "224.0.0.1")]
    [InlineData("http://255.255.255.255/", "255.255.255.255")]
    [InlineData("http://100.64.0.1/", "100.64.0.1")]
    [InlineData("http://user@127.0.0.1/", "user's name")]
    [InlineData("http://127.0.0.1:80@8.8.8.8/", "user's name")]
    [InlineData("http://127.0.0.1/#@8.8.8.8", "fragment")]
    [InlineData("ftp://127.0.0.1/", "scheme 'ftp'")]
    [InlineData("file:///etc/passwd", "no url with a host")]
    [InlineData("gopher://127.0.0.1/", "scheme 'gopher'")]
    [InlineData("//127.0.0.1/", "scheme")]
    [InlineData("127.0.0.1:9000", "no url with a host")]
    [InlineData("", "no url with a host")]
    public async Task A_url_that_leads_elsewhere_is_refused_by_its_place(string url, string said)
    {
        await using var told = await Subscribed.StartAsync(AnyVendor);
        await RefusedAsync(told, url, said);
    }

    [Fact]
    public async Task A_url_of_more_than_2000_characters_is_refused()
    {
        await using var told = await Subscribed.StartAsync(AnyVendor);
        await RefusedAsync(told, "http://127.0.0.1/" + new string('a', 1984), "2001 characters");
        await told.AddAsync("http://127.0.0.1/" + new string('a', 1983));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("::1")]
    [InlineData("fd00::1")]
    [InlineData("::ffff:127.0.0.1")]
    public void This_machine_and_private_networks_are_called(string address) => PrivateAddress.Is(IPAddress.Parse(address)).ShouldBeTrue();

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("127.0.0.1,8.8.8.8")]
    [InlineData("169.254.169.254")]
    [InlineData("0.0.0.0")]
    [InlineData("::ffff:169.254.169.254")]
    public async Task A_name_is_judged_by_what_it_resolves_to_when_it_is_called(string addresses)
    {
        await using var receiver = await Receiver.StartAsync();
        await using var told = await Subscribed.StartAsync(AnyVendor, new StandingClock(), settings => settings with { Resolve = (_, _) => Task.FromResult(Addresses(addresses)) });
        var webhook = await told.AddAsync(Named(receiver, "receiver.example"));
        told.Happen(told.Rules.Events[0]);
        var attempts = await told.AttemptsAsync(webhook, all => (int)all["total"]! == 1);
        ((string)attempts["attempts"]![0]!["error"]!).ShouldStartWith("'receiver.example' is ");
        ((string)attempts["attempts"]![0]!["error"]!).ShouldContain("is not called; an address of this machine");
        receiver.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_name_that_was_private_and_is_public_now_is_not_called()
    {
        await using var receiver = await Receiver.StartAsync((_, _) => ValueTask.FromResult(Receiver.Status(200) with { Headers = [KeyValuePair.Create("Connection", "close")] }));
        var asked = 0;
        await using var told = await Subscribed.StartAsync(AnyVendor, new StandingClock(), settings => settings with
        {
            Resolve = (_, _) => Task.FromResult(Addresses(Interlocked.Increment(ref asked) == 1 ? "127.0.0.1" : "8.8.8.8")),
        });
        var webhook = await told.AddAsync(Named(receiver, "rebinding.example"));
        told.Happen(told.Rules.Events[0], place: 0);
        await told.AttemptsAsync(webhook, all => (int)all["total"]! == 1);
        told.Happen(told.Rules.Events[0], place: 1);
        var attempts = await told.AttemptsAsync(webhook, all => (int)all["total"]! == 2);
        ((bool)attempts["attempts"]![0]!["delivered"]!).ShouldBeTrue();
        ((string)attempts["attempts"]![1]!["error"]!).ShouldStartWith("'rebinding.example' is 8.8.8.8");
        receiver.All.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("receiver.example", true)]
    [InlineData("receiver.example:PORT", true)]
    [InlineData("receiver.example:1", false)]
    [InlineData("other.example", false)]
    public async Task A_host_that_the_user_named_is_called_wherever_it_is(string named, bool isCalled)
    {
        await using var receiver = await Receiver.StartAsync();
        named = named.Replace("PORT", new Uri(receiver.Url).Port.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        // 0.0.0.0 is no private address, and yet on this machine: it stands in for one that is elsewhere.
        await using var told = await Subscribed.StartAsync(AnyVendor, new StandingClock(), settings => settings with { WebhookHosts = [named], Resolve = (_, _) => Task.FromResult(Addresses("0.0.0.0")) });
        var webhook = await told.AddAsync(Named(receiver, "receiver.example"));
        told.Happen(told.Rules.Events[0]);
        var attempts = await told.AttemptsAsync(webhook, all => (int)all["total"]! == 1);
        ((bool)attempts["attempts"]![0]!["delivered"]!).ShouldBe(isCalled, attempts.ToJsonString());
        receiver.All.Count.ShouldBe(isCalled ? 1 : 0);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var elsewhere = await Receiver.StartAsync();
        foreach (var status in new[] { 301, 302, 303, 307, 308 })
        {
            var redirect = Receiver.Status(status) with { Headers = [KeyValuePair.Create("Location", elsewhere.Url)] };
            await using var receiver = await Receiver.StartAsync((_, _) => ValueTask.FromResult(redirect));
            await using var told = await Subscribed.StartAsync(AnyVendor, new StandingClock());
            var webhook = await told.AddAsync(receiver.Url);
            told.Happen(told.Rules.Events[0]);
            var attempts = await told.AttemptsAsync(webhook, all => (int)all["total"]! == 1);
            ((string)attempts["attempts"]![0]!["error"]!).ShouldBe($"the receiver answered {status}; redirects are not followed");
        }

        elsewhere.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_refused()
    {
        // The receiver speaks no TLS at all, which a client that checks nothing would notice, too: what matters is that nothing is sent.
        await using var receiver = await Receiver.StartAsync();
        await using var told = await Subscribed.StartAsync(AnyVendor, new StandingClock());
        var webhook = await told.AddAsync(receiver.Url.Replace("http://", "https://", StringComparison.Ordinal));
        told.Happen(told.Rules.Events[0]);
        var attempts = await told.AttemptsAsync(webhook, all => (int)all["total"]! == 1);
        ((string)attempts["attempts"]![0]!["error"]!).ShouldStartWith("no TLS with 127.0.0.1:");
        receiver.All.ShouldBeEmpty();
    }

    private static IPAddress[] Addresses(string text) => [.. text.Split(',').Select(IPAddress.Parse)];

    private static string Named(Receiver receiver, string name) => receiver.Url.Replace("127.0.0.1", name, StringComparison.Ordinal);

    private static async Task RefusedAsync(Subscribed told, string url, string said)
    {
        var body = new JsonObject { ["vendor"] = told.Tested.Vendor.Name, ["url"] = url };
        var (status, text) = await told.Control.PostJsonAsync("__admin/webhooks", body.ToJsonString());
        status.ShouldBe(400, text);
        var mistake = JsonNode.Parse(text)!["mistakes"]![0]!;
        ((string)mistake["pointer"]!).ShouldBe("/url");
        ((string)mistake["problem"]!).ShouldContain(said);
        told.Session.Subscriptions.All.ShouldBeEmpty();
    }
}
