using System.Text;
using System.Text.Json.Nodes;

namespace MockCustomers.Vendors.Tests.Webhooks;

/// <summary>What becomes of customers is told to whoever subscribed: in the vendor's words, signed its way.</summary>
public sealed class WebhookTests
{
    public static TheoryData<string> Writing => Manifests.Where(v => v.Creates.Count > 0);

    public static TheoryData<string> WithEndpoints => Manifests.Where(v => v.Vendor.Operations.Any(o => o.ActionName == "subscribe"));

    [Fact]
    public void There_are_vendors_to_try()
    {
        Writing.Count.ShouldBeGreaterThanOrEqualTo(4);
        WithEndpoints.Count.ShouldBeGreaterThanOrEqualTo(3);
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task Every_event_comes_with_its_name_its_customer_and_a_signature_that_matches(string vendor)
    {
        await using var receiver = await Receiver.StartAsync();
        await using var told = await Subscribed.StartAsync(vendor);
        var webhook = await told.AddAsync(receiver.Url);
        foreach (var rule in told.Rules.Events) told.Happen(rule);
        var received = await receiver.ComeAsync(told.Rules.Events.Count);
        received.Count.ShouldBe(told.Rules.Events.Count);
        foreach (var (rule, sent) in told.Rules.Events.Zip(received))
        {
            var body = Encoding.UTF8.GetString(sent.Body.Span);
            JsonNode.Parse(body).ShouldBeOfType<JsonObject>();
            body.ShouldContain($"\"{rule.Event}\"");
            body.ShouldContain(told.Tested.FirstId);
            body.ShouldNotMatch(@"\{[a-zA-Z.]+\}");
            told.Verify(sent, (string)webhook["secret"]!).Reason.ShouldBeNull(body);
            told.Verify(sent, told.Rules.Signature.MakeSecret(7)).Matches.ShouldBeFalse();
            sent.Header("Content-Type").ShouldBe("application/json");
        }
    }

    [Theory, MemberData(nameof(Writing))]
    public async Task What_a_client_does_to_a_customer_is_told_in_its_session_and_in_no_other(string vendor)
    {
        await using var receiver = await Receiver.StartAsync();
        await using var elsewhere = await Receiver.StartAsync();
        await using var told = await Subscribed.StartAsync(vendor);
        var webhook = await told.AddAsync(receiver.Url, query: "?session=heard");
        await told.AddAsync(elsewhere.Url);
        await WriteAsync(told, "heard");
        var sent = (await receiver.ComeAsync(1))[0];
        var verdict = told.Verify(sent, (string)webhook["secret"]!);
        verdict.Reason.ShouldBeNull();
        elsewhere.All.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Writing))]
    public async Task Only_the_events_and_customers_that_were_asked_for_are_told(string vendor)
    {
        await using var receiver = await Receiver.StartAsync();
        await using var told = await Subscribed.StartAsync(vendor);
        var (rule, last) = (told.Rules.Events[0], told.Rules.Events[^1]);
        await told.AddAsync(receiver.Url, $$""", "events": ["{{rule.Event}}"], "customers": ["{{told.Tested.Id(3)}}"]""");
        told.Happen(rule, place: 0);
        if (last.Event != rule.Event) told.Happen(last, place: 3);
        told.Happen(rule, place: 3);
        var sent = (await receiver.ComeAsync(1))[0];
        Encoding.UTF8.GetString(sent.Body.Span).ShouldContain(told.Tested.Id(3));
        receiver.All.Count.ShouldBe(1);
        told.Session.Subscriptions.CustomersOf(vendor).ShouldBe([told.Tested.Id(3)]);
    }

    [Theory, MemberData(nameof(WithEndpoints))]
    public async Task A_client_subscribes_at_the_vendors_own_endpoint_and_unsubscribes(string vendor)
    {
        await using var receiver = await Receiver.StartAsync();
        await using var told = await Subscribed.StartAsync(vendor);
        var (rules, vendors) = (told.Rules.Subscriptions, told.Tested.Vendor);
        var subscribe = vendors.Operations.First(o => o.ActionName == "subscribe");
        var body = vendors.Example(subscribe).Body!;
        body[rules.Url] = receiver.Url;
        if (rules.Events is { } events) body[events] = new JsonArray();
        var made = await SendAsync(told, subscribe, body);
        made.Status.ShouldBe(subscribe.Operation.Success!.Status, made.Text);
        made.Text.ShouldContain(receiver.Url);
        if (!rules.BeginsEnabled)
        {
            told.Happen(told.Rules.Events[0]);
            var enable = vendors.Operations.First(o => told.Tested.Mapping(o)!.Write.Set.Any(set => set.Key == rules.Enabled && set.Value.Json?.ToJsonString() == "true"));
            (await SendAsync(told, enable, [])).Status.ShouldBe(200);
        }

        told.Happen(told.Rules.Events[0], place: 1);
        var sent = (await receiver.ComeAsync(1))[0];
        Encoding.UTF8.GetString(sent.Body.Span).ShouldContain(told.Tested.Id(1));
        var secret = rules.Secret is { } property ? (string)body[property]! : vendors.Keys[0];
        told.Verify(sent, secret).Reason.ShouldBeNull();

        if (vendors.Operations.FirstOrDefault(o => o.ActionName == "unsubscribe") is not { } unsubscribe) return;
        (await SendAsync(told, unsubscribe, null)).Status.ShouldBe(unsubscribe.Operation.Success!.Status);
        (await SendAsync(told, unsubscribe, null)).Status.ShouldBe(404);
        told.Happen(told.Rules.Events[0], place: 2);
        receiver.All.Count.ShouldBe(1);
        told.Session.Subscriptions.All.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(WithEndpoints))]
    public async Task A_url_that_cannot_be_called_is_refused_in_the_vendors_words(string vendor)
    {
        await using var told = await Subscribed.StartAsync(vendor);
        var subscribe = told.Tested.Vendor.Operations.First(o => o.ActionName == "subscribe");
        foreach (var url in new[] { "http://169.254.169.254/latest", "http://1.1.1.1/", "ftp://127.0.0.1/", "nowhere", "http://a:b@127.0.0.1/" })
        {
            var body = told.Tested.Vendor.Example(subscribe).Body!;
            body[told.Rules.Subscriptions.Url] = url;
            var refused = await SendAsync(told, subscribe, body);
            refused.Status.ShouldBeInRange(400, 422, url);
            refused.Text.ShouldContain("url");
        }

        told.Session.Subscriptions.All.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Vendors.Ours), MemberType = typeof(Vendors))]
    public async Task An_attempt_is_shown_with_its_request_and_answer_and_never_with_the_secret(string vendor)
    {
        await using var receiver = await Receiver.StartAsync((_, _) => ValueTask.FromResult(new Exchange.Reply(202, "text/plain", Encoding.UTF8.GetBytes(new string('x', 100_000)), [])));
        await using var told = await Subscribed.StartAsync(vendor);
        var webhook = await told.AddAsync(receiver.Url);
        told.Happen(told.Rules.Events[0]);
        var attempts = await told.AttemptsAsync(webhook, all => (int)all["total"]! == 1 && (int)all["waiting"]! == 0);
        var attempt = attempts["attempts"]![0]!;
        ((int)attempt["response"]!["status"]!).ShouldBe(202);
        ((string)attempt["response"]!["body"]!).Length.ShouldBe(4096);
        ((bool)attempt["delivered"]!).ShouldBeTrue();
        ((string)attempt["request"]!["body"]!).ShouldBe(Encoding.UTF8.GetString(receiver.All[0].Body.Span));
        foreach (var header in told.Rules.Signature.Headers) attempt["request"]!["headers"]![header].ShouldNotBeNull();
        attempts.ToJsonString().ShouldNotContain((string)webhook["secret"]!);
        (await told.Control.GetStringAsync("__admin/webhooks")).ShouldNotContain((string)webhook["secret"]!);
    }

    [Theory, MemberData(nameof(Vendors.Ours), MemberType = typeof(Vendors))]
    public async Task A_replay_sends_the_same_body_signed_anew(string vendor)
    {
        await using var receiver = await Receiver.StartAsync();
        await using var told = await Subscribed.StartAsync(vendor);
        var webhook = await told.AddAsync(receiver.Url);
        told.Happen(told.Rules.Events[0]);
        await told.AttemptsAsync(webhook, all => (int)all["total"]! == 1);
        var (status, text) = await told.Control.PostJsonAsync($"__admin/webhooks/{webhook["id"]}/attempts/1/replay", "");
        status.ShouldBe(201, text);
        var replay = JsonNode.Parse(text)!;
        ((int)replay["attempt"]!).ShouldBe(2);
        ((int)replay["replayOf"]!).ShouldBe(1);
        receiver.All.Count.ShouldBe(2);
        receiver.All[1].Body.ToArray().ShouldBe(receiver.All[0].Body.ToArray());
        told.Verify(receiver.All[1], (string)webhook["secret"]!).Reason.ShouldBeNull();
        (await told.Control.PostJsonAsync($"__admin/webhooks/{webhook["id"]}/attempts/3/replay", "")).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("""{"url": "http://127.0.0.1:9/"}""", "/vendor", "missing")]
    [InlineData("""{"vendor": "nobody", "url": "http://127.0.0.1:9/"}""", "/vendor", "unknown vendor")]
    [InlineData("""{"vendor": "VENDOR"}""", "", "'url' is missing")]
    [InlineData("""{"vendor": "VENDOR", "url": 7}""", "/url", "7")]
    [InlineData("""{"vendor": "VENDOR", "url": "http://127.0.0.1:9/", "events": ["nothing.happened"]}""", "/events/0", "no such event")]
    [InlineData("""{"vendor": "VENDOR", "url": "http://127.0.0.1:9/", "events": "all"}""", "/events", "an array")]
    [InlineData("""{"vendor": "VENDOR", "url": "http://127.0.0.1:9/", "customers": ["nobody"]}""", "/customers/0", "no customer")]
    [InlineData("""{"vendor": "VENDOR", "url": "http://127.0.0.1:9/", "secret": ""}""", "/secret", "text")]
    [InlineData("""{"vendor": "VENDOR", "url": "http://127.0.0.1:9/", "clock": "wall"}""", "/clock", "unknown clock")]
    [InlineData("""{"vendor": "VENDOR", "url": "http://127.0.0.1:9/", "uri": "x"}""", "/uri", "unknown key")]
    [InlineData("[]", "", "an object")]
    [InlineData("{", "", "JSON")]
    public async Task What_is_wrong_with_a_subscription_is_told_by_its_place(string body, string pointer, string said)
    {
        var vendor = Manifests.All[0].Name;
        await using var told = await Subscribed.StartAsync(vendor);
        var (status, text) = await told.Control.PostJsonAsync("__admin/webhooks", body.Replace("VENDOR", vendor, StringComparison.Ordinal));
        status.ShouldBe(400);
        text.ShouldContain(said);
        if (pointer.Length > 0 && said != "missing") JsonNode.Parse(text)!["mistakes"]!.AsArray().Select(mistake => (string)mistake!["pointer"]!).ShouldContain(pointer);
        told.Session.Subscriptions.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task There_are_a_hundred_webhooks_a_session_and_no_more()
    {
        await using var told = await Subscribed.StartAsync(Manifests.All[0].Name);
        for (var i = 0; i < 100; i++) await told.AddAsync("http://127.0.0.1:9/");
        var (status, text) = await told.Control.PostJsonAsync("__admin/webhooks", $$"""{"vendor": "{{told.Tested.Vendor.Name}}", "url": "http://127.0.0.1:9/"}""");
        status.ShouldBe(429, text);
        JsonNode.Parse(await told.Control.GetStringAsync("__admin/webhooks"))!["webhooks"]!.AsArray().Select(webhook => (string)webhook!["id"]!).Distinct().Count().ShouldBe(100);
    }

    /// <summary>Makes a customer, and takes one a step along its lifecycle where the vendor's clients can.</summary>
    private static async Task WriteAsync(Subscribed told, string session)
    {
        var operations = told.Tested.Vendor.Operations.Where(o => o.ActionName == "create" || (o.ActionName == "move" && o.IdParameter is not null)).ToList();
        operations.ShouldNotBeEmpty();
        foreach (var operation in operations)
        {
            var example = told.Tested.Vendor.Example(operation);
            var answer = await told.Tested.Wire.SendAsync(operation.Operation.Method, example.Target, example.Body?.ToJsonString() ?? "", [told.Tested.Credential, ("X-Sandbox-Session", session), ("Content-Type", "application/json")]);
            answer.Status.ShouldBeInRange(200, 299, answer.Text);
        }

        if (told.Rules.Events.Any(rule => rule.On.Contains(Events.CustomerChange.Created))) return;
        // The example of a move is about the newest customer, whose state may stay; the one after that is new to it.
        foreach (var operation in operations.Where(o => o.ActionName == "move"))
        {
            for (var place = 0; place < 20; place++)
                await told.Tested.Wire.SendAsync(operation.Operation.Method, operation.Template.Fill(_ => told.Tested.Id(place)), "", [told.Tested.Credential, ("X-Sandbox-Session", session)]);
        }
    }

    private static Task<Wire.Answer> SendAsync(Subscribed told, ServedOperation operation, JsonObject? body) => told.Tested.Wire.SendAsync(
        operation.Operation.Method, told.Tested.Example(operation), body?.ToJsonString() ?? "", body is null ? [told.Tested.Credential] : [told.Tested.Credential, ("Content-Type", "application/json")]);
}
