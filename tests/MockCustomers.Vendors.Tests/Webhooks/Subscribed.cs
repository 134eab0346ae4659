using System.Text;
using System.Text.Json.Nodes;
using MockCustomers.Events;
using MockCustomers.Server;
using MockCustomers.Sessions;
using MockCustomers.Testing;
using MockCustomers.Webhooks;
using MockCustomers.Webhooks.Signatures;

namespace MockCustomers.Vendors.Tests.Webhooks;

/// <summary>A vendor in a sandbox of its own, and what is asked of its webhooks through administration.</summary>
internal sealed class Subscribed : IAsyncDisposable
{
    private readonly Sandbox sandbox;

    private Subscribed(Sandbox sandbox, string vendor)
    {
        this.sandbox = sandbox;
        Control = sandbox.ControlClient();
        Tested = new VendorUnderTest(sandbox.Host(vendor));
    }

    public VendorUnderTest Tested { get; }

    public HttpClient Control { get; }

    public WebhookRules Rules => Tested.Vendor.Webhooks!;

    /// <summary>The session of requests that name none.</summary>
    public Session Session => Tested.Host.Sessions.Default;

    /// <param name="clock">By which what failed is sent again; null for that of each session.</param>
    public static async Task<Subscribed> StartAsync(string vendor, TimeProvider? clock = null, Func<SandboxSettings, SandboxSettings>? choose = null)
    {
        var sandbox = await Sandbox.StartAsync(o => o.With(settings =>
        {
            settings = settings with { Specs = Vendors.Specs, Vendors = [vendor], Options = new SandboxOptions { Population = 60 }, WebhookClock = clock is null ? null : _ => clock };
            return choose?.Invoke(settings) ?? settings;
        }));
        return new Subscribed(sandbox, vendor);
    }

    /// <summary>Subscribes through administration.</summary>
    /// <param name="more">Further properties of the body.</param>
    public async Task<JsonNode> AddAsync(string url, string more = "", string query = "")
    {
        var (status, text) = await Control.PostJsonAsync("__admin/webhooks" + query, $$"""{"vendor": "{{Tested.Vendor.Name}}", "url": "{{url}}"{{more}}}""");
        status.ShouldBe(201, text);
        return JsonNode.Parse(text)!;
    }

    /// <summary>What was sent for a subscription.</summary>
    public async Task<JsonNode> AttemptsAsync(JsonNode webhook, string query = "") =>
        JsonNode.Parse(await Control.GetStringAsync(new Uri($"__admin/webhooks/{webhook["id"]}/attempts{query}", UriKind.Relative)))!;

    /// <summary>Waits until something is so of what was sent.</summary>
    public async Task<JsonNode> AttemptsAsync(JsonNode webhook, Func<JsonNode, bool> isSo)
    {
        for (var tries = 0; tries < 6000; tries++)
        {
            var attempts = await AttemptsAsync(webhook);
            if (isSo(attempts)) return attempts;
            await Task.Delay(10);
        }

        throw new TimeoutException((await AttemptsAsync(webhook)).ToJsonString());
    }

    /// <summary>Lets something become of a customer, as if a client or the clock had done it.</summary>
    public void Happen(WebhookRule rule, long place = 0) => Happen(Session, Tested.Vendor, rule, place);

    /// <summary>The same in any session.</summary>
    public static void Happen(Session session, MockCustomers.Vendors.Vendor vendor, WebhookRule rule, long place = 0)
    {
        // The session's part of the vendor is there once somebody asked for it.
        var view = session.Of(vendor).View;
        var customer = view.Everybody[place];
        var stratum = view.StratumOf(customer);
        var states = view.Population.Strata.All.Select(other => other.State.Name).Distinct().ToList();
        var to = rule.To.Count > 0 ? rule.To[0] : stratum.State.Name;
        var from = rule.From.Count > 0 ? rule.From[0] : states.FirstOrDefault(state => state != to) ?? to;
        var kind = rule.Kinds.Count > 0 ? rule.Kinds[0] : stratum.Kind.Name;
        var json = Encoding.UTF8.GetBytes(view.Read(customer).ToJsonString());
        session.Events.Publish(new CustomerEvent(session.Clock.Now, vendor.Name, view.IdOf(customer), rule.On[0], rule.On[0] == CustomerChange.Created ? null : from, to, kind, json));
    }

    /// <summary>Judges a webhook by the vendor's own scheme.</summary>
    public SignatureVerdict Verify(ReceivedWebhook webhook, string secret) =>
        Rules.Signature.Verify(webhook, secret, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());

    public async ValueTask DisposeAsync()
    {
        Tested.Dispose();
        Control.Dispose();
        await sandbox.DisposeAsync();
    }
}
