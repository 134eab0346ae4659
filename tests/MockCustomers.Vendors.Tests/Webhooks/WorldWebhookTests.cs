using System.Net;
using System.Text;
using MockCustomers.Testing;
using MockCustomers.Webhooks;
using MockCustomers.Webhooks.Signatures;

namespace MockCustomers.Vendors.Tests.Webhooks;

/// <summary>The webhooks of a test's own world, as the tests of users hold them.</summary>
public sealed class WorldWebhookTests(SharedSandbox shared) : IClassFixture<SharedSandbox>
{
    private static readonly Uri Shop = new("https://shop.example/hook");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task A_receiver_in_memory_gets_what_a_receiver_on_a_port_gets(string vendor)
    {
        await using var wired = await Receiver.StartAsync();
        using var inMemory = new InMemoryReceiver();
        using var world = (await shared.SandboxAsync()).NewSession();
        var one = world.Vendor(vendor);
        one.Webhooks.ShouldBeEmpty();
        using var wire = await one.Webhooks.AddAsync(new Uri(wired.Url), secret: null, stop: Stop);
        using var memory = one.Webhooks.Add(Shop, secret: wire.Secret, receiver: inMemory);
        one.Webhooks.Select(known => known.Id).ShouldBe([wire.Id, memory.Id]);
        world.Webhooks.Select(known => known.Id).ShouldBe([wire.Id, memory.Id]);
        memory.Events.ShouldBe(RulesOf(one).Names);
        (memory.Customers.Count, memory.IsEnabled, memory.Url, memory.Attempts.Count, memory.Waiting).ShouldBe((0, true, Shop, 0, 0));

        Happen(one);
        var sent = (await memory.AttemptsAsync(1, stop: Stop)).ShouldHaveSingleItem();
        var other = (await wire.AttemptsAsync(1, stop: Stop)).ShouldHaveSingleItem();
        (sent.Number, sent.Try, sent.Status, sent.IsDelivered, sent.Error, sent.Next, sent.ReplayOf).ShouldBe((1, 1, 200, true, null, null, null));
        (sent.Event, sent.Customer, sent.Answer, sent.At).ShouldBe((RulesOf(one).Events[0].Event, one.Customers.First().Id, "thanks", world.Clock.Now));
        (sent.Body, sent.Message, sent.Json!.ToJsonString()).ShouldBe((other.Body, other.Message, other.Json!.ToJsonString()));
        sent.Headers["USER-AGENT"].ShouldNotBeNull().ShouldStartWith("MockCustomers/");
        sent.ToString().ShouldContain($"{Shop} -> 200");

        var (received, address) = inMemory.All.ShouldHaveSingleItem();
        address.ShouldBe(Shop);
        var onPort = wired.All.ShouldHaveSingleItem();
        Encoding.UTF8.GetString(received.Body.Span).ShouldBe(Encoding.UTF8.GetString(onPort.Body.Span));
        foreach (var webhook in new[] { received, onPort })
            RulesOf(one).Signature.Verify(webhook, memory.Secret, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()).Reason.ShouldBeNull();
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task What_failed_comes_again_as_the_clock_goes_on_and_is_sent_again_on_demand(string vendor)
    {
        using var receiver = new InMemoryReceiver(HttpStatusCode.InternalServerError, HttpStatusCode.OK, null);
        using var world = (await shared.SandboxAsync()).NewSession();
        var one = world.Vendor(vendor);
        var webhook = one.Webhooks.Add(Shop, events: [RulesOf(one).Names[0]], customers: [one.Customers.First().Id], receiver: receiver);
        Happen(one);
        var failed = (await webhook.AttemptsAsync(1, stop: Stop))[0];
        (failed.IsDelivered, failed.Error).ShouldBe((false, "the receiver answered 500"));
        var pause = failed.Next.ShouldNotBeNull() - world.Clock.Now;
        await world.Clock.AdvanceAsync(pause, Stop);
        var again = (await webhook.AttemptsAsync(2, stop: Stop))[1];
        (again.Try, again.IsDelivered, again.Message, again.Body).ShouldBe((2, true, failed.Message, failed.Body));

        var thrown = await webhook.ReplayAsync(1, Stop);
        (thrown.ReplayOf, thrown.Status, thrown.IsDelivered, thrown.Body).ShouldBe((1, null, false, failed.Body));
        thrown.Error.ShouldNotBeNull().ShouldContain("the receiver is broken");
        (await Should.ThrowAsync<ArgumentException>(() => webhook.ReplayAsync(9))).Message.ShouldStartWith("there is no attempt 9");
        (await Should.ThrowAsync<TimeoutException>(() => webhook.AttemptsAsync(9, TimeSpan.FromMilliseconds(1), Stop))).Message.ShouldStartWith($"it was sent 3 times, not 9 times, to {Shop}\n  1  ");

        webhook.Dispose();
        (webhook.IsEnabled, webhook.Attempts.Count, one.Webhooks.Count()).ShouldBe((false, 0, 0));
        await Should.ThrowAsync<ObjectDisposedException>(() => webhook.AttemptsAsync(1));
        webhook.Dispose();
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task A_webhook_that_is_gone_takes_away_no_other_of_its_id(string vendor)
    {
        using var receiver = new InMemoryReceiver();
        using var world = (await shared.SandboxAsync()).NewSession();
        var one = world.Vendor(vendor);
        var before = one.Webhooks.Add(Shop, receiver: receiver);
        world.Reset();
        var after = one.Webhooks.Add(Shop, receiver: receiver);
        after.Id.ShouldBe(before.Id);
        before.Dispose();
        (before.IsEnabled, after.IsEnabled).ShouldBe((false, true));
        world.Dispose();
        Should.Throw<ObjectDisposedException>(() => one.Webhooks.Add(Shop, receiver: receiver));
        await Should.ThrowAsync<ObjectDisposedException>(() => after.AttemptsAsync(1));
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task What_cannot_be_is_refused_with_what_could(string vendor)
    {
        using var receiver = new InMemoryReceiver();
        using var world = (await shared.SandboxAsync()).NewSession();
        var one = world.Vendor(vendor);
        Should.Throw<ArgumentException>(() => one.Webhooks.Add(new Uri("ftp://127.0.0.1/hook"))).Message.ShouldContain("a url of http or https with a host");
        Should.Throw<ArgumentException>(() => one.Webhooks.Add(new Uri("/hook", UriKind.Relative), receiver: receiver)).Message.ShouldContain("a url of http or https with a host");
        Should.Throw<ArgumentException>(() => one.Webhooks.Add(new Uri("http://192.0.2.1/hook"))).Message.ShouldContain("an address of this machine");
        Should.Throw<ArgumentException>(() => one.Webhooks.Add(Shop, events: ["customer.sneezed"], receiver: receiver)).Message.ShouldContain("unknown event 'customer.sneezed'");
        (await Should.ThrowAsync<ArgumentException>(() => one.Webhooks.AddAsync(Shop, customers: ["nobody"], receiver: receiver))).Message.ShouldContain("nobody of the id 'nobody'");
        if (RulesOf(one).Signature.Refusal("s") is { } wanted) Should.Throw<ArgumentException>(() => one.Webhooks.Add(Shop, secret: "s", receiver: receiver)).Message.ShouldContain(wanted);
        one.Webhooks.ShouldBeEmpty();
        for (var i = 0; i < SubscriptionBook.Most; i++) one.Webhooks.Add(Shop, receiver: receiver);
        Should.Throw<InvalidOperationException>(() => one.Webhooks.Add(Shop, receiver: receiver)).Message.ShouldContain("100 webhooks");
    }

    private static WebhookRules RulesOf(SandboxVendor vendor) => vendor.Host.Vendor.Webhooks!;

    private static void Happen(SandboxVendor vendor) => Subscribed.Happen(vendor.World.Session, vendor.Host.Vendor, RulesOf(vendor).Events[0]);

    /// <summary>Who receives webhooks without a port.</summary>
    /// <param name="answers">The first answers; null throws; then 200.</param>
    private sealed class InMemoryReceiver(params HttpStatusCode?[] answers) : HttpMessageHandler
    {
        private readonly List<(ReceivedWebhook Webhook, Uri Url)> received = [];

        public IReadOnlyList<(ReceivedWebhook Webhook, Uri Url)> All
        {
            get
            {
                lock (received) return [.. received];
            }
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            int number;
            lock (received)
            {
                number = received.Count;
                received.Add((new ReceivedWebhook([.. request.Headers.NonValidated.Select(header => KeyValuePair.Create(header.Key, header.Value.ToString()))], body), request.RequestUri!));
            }

            var status = number < answers.Length ? answers[number] ?? throw new InvalidOperationException("the receiver is broken") : HttpStatusCode.OK;
            return new HttpResponseMessage(status) { Content = new StringContent("thanks") };
        }
    }
}
