using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using MockCustomers.Server.Webhooks;
using MockCustomers.Webhooks;

namespace MockCustomers.Vendors.Tests.Webhooks;

/// <summary>How webhooks are taken to their receivers: in order, again after failures, and at nobody else's cost.</summary>
public sealed class DeliveryTests
{
    private static string AnyVendor => Manifests.All[0].Name;

    [Theory, MemberData(nameof(Vendors.Ours), MemberType = typeof(Vendors))]
    public async Task A_receiver_that_fails_gets_the_same_message_again_after_the_vendors_pauses(string vendor)
    {
        var clock = new HurriedClock();
        await using var receiver = await Receiver.StartAsync((_, _) => 503);
        await using var told = await Subscribed.StartAsync(vendor, clock);
        var webhook = await told.AddAsync(receiver.Url);
        told.Happen(told.Rules.Events[0]);
        var tries = told.Rules.Retries.Count + 1;
        var attempts = await told.AttemptsAsync(webhook, all => (int)all["total"]! == tries && (int)all["waiting"]! == 0);
        clock.Waited.ShouldBe(told.Rules.Retries);
        var all = attempts["attempts"]!.AsArray();
        all.Select(attempt => (int)attempt!["try"]!).ShouldBe(Enumerable.Range(1, tries));
        all.Select(attempt => (string)attempt!["message"]!).Distinct().Count().ShouldBe(1);
        all.Select(attempt => (string)attempt!["error"]!).ShouldAllBe(error => error == "the receiver answered 503");
        all.Count(attempt => attempt!["next"] is not null).ShouldBe(tries - 1);
        receiver.All.Select(sent => Encoding.UTF8.GetString(sent.Body.Span)).Distinct().Count().ShouldBe(1);
        foreach (var sent in receiver.All) told.Verify(sent, (string)webhook["secret"]!).Reason.ShouldBeNull();
    }

    [Fact]
    public async Task A_customers_next_event_waits_for_the_one_before_and_other_customers_do_not()
    {
        await using var told = await Subscribed.StartAsync(AnyVendor, new StandingClock());
        var (first, second) = (told.Tested.Id(0), told.Tested.Id(1));
        await using var receiver = await Receiver.StartAsync((_, sent) => Encoding.UTF8.GetString(sent.Body.Span).Contains(first, StringComparison.Ordinal) ? 500 : 200);
        var webhook = await told.AddAsync(receiver.Url);
        var rule = told.Rules.Events[0];
        told.Happen(rule, place: 0);
        told.Happen(rule, place: 0);
        for (var i = 0; i < 5; i++) told.Happen(rule, place: 1);
        var attempts = await told.AttemptsAsync(webhook, all => (int)all["total"]! == 6 && (int)all["waiting"]! == 2);
        attempts["attempts"]!.AsArray().Count(attempt => (string)attempt!["customer"]! == first).ShouldBe(1);
        attempts["attempts"]!.AsArray().Count(attempt => (string)attempt!["customer"]! == second).ShouldBe(5);
    }

    [Fact]
    public async Task A_receiver_that_never_answers_keeps_no_other_receiver_waiting_and_no_sandbox_from_stopping()
    {
        var never = new TaskCompletionSource<Exchange.Reply>();
        await using var dead = await Receiver.StartAsync((_, _) => new ValueTask<Exchange.Reply>(never.Task));
        await using var alive = await Receiver.StartAsync();
        await using (var told = await Subscribed.StartAsync(AnyVendor))
        {
            await told.AddAsync(dead.Url);
            await told.AddAsync(alive.Url);
            for (var place = 0; place < 50; place++) told.Happen(told.Rules.Events[0], place);
            (await alive.ComeAsync(50)).Count.ShouldBe(50);
        }

        never.SetResult(Receiver.Status(200));
    }

    [Fact]
    public async Task A_reset_of_the_session_takes_webhooks_and_what_was_to_be_sent_away()
    {
        await using var receiver = await Receiver.StartAsync((_, _) => 500);
        await using var told = await Subscribed.StartAsync(AnyVendor, new StandingClock());
        var webhook = await told.AddAsync(receiver.Url);
        told.Happen(told.Rules.Events[0]);
        await told.AttemptsAsync(webhook, all => (int)all["total"]! == 1);
        (await told.Control.PostJsonAsync("__admin/sessions/default/reset", "{}")).Status.ShouldBe(200);
        told.Session.Subscriptions.All.ShouldBeEmpty();
        told.Happen(told.Rules.Events[0]);
        using var gone = await told.Control.GetAsync(new Uri($"__admin/webhooks/{webhook["id"]}/attempts", UriKind.Relative));
        ((int)gone.StatusCode).ShouldBe(404);
        receiver.All.Count.ShouldBe(1);
        var again = await told.AddAsync(receiver.Url);
        ((string)again["id"]!).ShouldBe((string)webhook["id"]!);
        ((string)again["secret"]!).ShouldBe((string)webhook["secret"]!);
    }

    [Fact]
    public async Task A_session_that_is_closed_sends_nothing_more()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var told = await Subscribed.StartAsync(AnyVendor);
        await told.AddAsync(receiver.Url, query: "?session=short");
        var session = told.Tested.Host.Sessions.Find("short")!;
        told.Tested.Host.Sessions.Close("short").ShouldBeTrue();
        session.Subscriptions.All.ShouldBeEmpty();
        session.Subscriptions.Add(new Subscription { Id = "", Vendor = told.Tested.Vendor.Name, Url = new Uri(receiver.Url), Secret = "x", Created = 0, Updated = 0 }, told.Rules).ShouldBeNull();
    }

    [Fact]
    public async Task A_receiver_that_is_not_there_is_told_in_plain_words()
    {
        await using var told = await Subscribed.StartAsync(AnyVendor, new StandingClock());
        var webhook = await told.AddAsync("http://127.0.0.1:1/hook");
        told.Happen(told.Rules.Events[0]);
        var attempts = await told.AttemptsAsync(webhook, all => (int)all["total"]! == 1);
        attempts["attempts"]![0]!["response"].ShouldBeNull();
        ((string)attempts["attempts"]![0]!["error"]!).ShouldStartWith("no connection to 127.0.0.1:1: ");
    }

    [Fact]
    public async Task When_too_many_wait_the_oldest_is_dropped_and_counted()
    {
        using var gate = new SemaphoreSlim(0);
        var sent = new ConcurrentQueue<string>();
        using var queue = new DeliveryQueue(
            async (delivery, stop) =>
            {
                await gate.WaitAsync(stop);
                sent.Enqueue(delivery.Message.Id);
                return null;
            },
            CancellationToken.None);
        for (var i = 0; i < DeliveryQueue.Most + 10; i++) queue.Add(new WebhookMessage($"{i}", "e", "one", 0, default, []));
        queue.Waiting.ShouldBe(DeliveryQueue.Most);
        queue.Dropped.ShouldBe(10);
        gate.Release(DeliveryQueue.Most);
        while (queue.Waiting > 0) await Task.Delay(5);
        sent.Count.ShouldBe(DeliveryQueue.Most);
        // One message was under way, or about to be, when the others were dropped.
        var order = sent.Select(id => int.Parse(id, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        order.ShouldBe(order.Order());
        order[^1].ShouldBe(DeliveryQueue.Most + 9);
    }

    [Fact]
    public async Task Attempts_are_told_to_whoever_listens_to_the_session()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var told = await Subscribed.StartAsync(AnyVendor);
        var heard = new ConcurrentQueue<Events.WebhookEvent>();
        using var listening = told.Session.Events.Subscribe(happened =>
        {
            if (happened is Events.WebhookEvent attempt) heard.Enqueue(attempt);
        });
        var webhook = await told.AddAsync(receiver.Url);
        told.Happen(told.Rules.Events[0]);
        await told.AttemptsAsync(webhook, all => (int)all["waiting"]! == 0 && (int)all["total"]! == 1);
        var attempt = heard.ShouldHaveSingleItem();
        attempt.ShouldSatisfyAllConditions(
            () => attempt.Vendor.ShouldBe(told.Tested.Vendor.Name),
            () => attempt.Subscription.ShouldBe((string)webhook["id"]!),
            () => attempt.Customer.ShouldBe(told.Tested.FirstId),
            () => attempt.Status.ShouldBe(200),
            () => attempt.Error.ShouldBeNull());
    }

    [Fact]
    public async Task Ten_thousand_deliveries_to_a_receiver_that_fails_every_third_time_each_arrive_in_order_and_signed()
    {
        const int Customers = 50;
        const int Events = 200;
        var clock = new HurriedClock();
        var taken = new ConcurrentDictionary<string, ConcurrentQueue<string>>();
        await using var told = await Subscribed.StartAsync(Manifests.All.First(m => m.Webhooks.Signature.Scheme == "svix").Name, clock);
        var secret = "";
        var bad = 0;
        var asked = new ConcurrentDictionary<string, int>();
        await using var receiver = await Receiver.StartAsync((_, sent) =>
        {
            if (!told.Verify(sent, secret).Matches) Interlocked.Increment(ref bad);
            // Counted by customer: counted over all, it would fail one message again and again by chance, until the vendor gives it up.
            var customer = (string)JsonNode.Parse(sent.Body.Span)!["customer"]!["id"]!;
            if (asked.AddOrUpdate(customer, 1, (_, times) => times + 1) % 3 == 0) return 500;
            taken.GetOrAdd(customer, _ => []).Enqueue(sent.Header("svix-id")!);
            return 200;
        });
        var webhook = await told.AddAsync(receiver.Url);
        secret = (string)webhook["secret"]!;
        var rule = told.Rules.Events[0];
        for (var i = 0; i < Events; i++)
            for (var place = 0; place < Customers; place++) told.Happen(rule, place);
        var attempts = await told.AttemptsAsync(webhook, all => (int)all["waiting"]! == 0);
        bad.ShouldBe(0);
        ((int)attempts["dropped"]!).ShouldBe(0);
        ((int)attempts["total"]!).ShouldBe(receiver.All.Count);
        attempts["attempts"]!.AsArray().Count.ShouldBe(1000);
        taken.Count.ShouldBe(Customers);
        var expected = Enumerable.Range(0, Customers * Events).Select(number => told.Rules.MessageIds.Of(number, told.Session.Clock.Now)).ToList();
        for (var place = 0; place < Customers; place++)
            taken[told.Tested.Id(place)].ShouldBe(Enumerable.Range(0, Events).Select(i => expected[i * Customers + place]), told.Tested.Id(place));
    }
}
