using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using MockCustomers.Testing;

namespace MockCustomers.Whole.Tests;

/// <summary>A user's test, as a user would write it: a customer's KYC from its creation to what was decided, in no time.</summary>
public sealed class KycStoryTests
{
    [Theory]
    [InlineData("ada@example.com", "approved", 12)]
    [InlineData("kyc-rejected@example.com", "rejected", 24)]
    public async Task A_customer_begins_its_KYC_and_three_days_later_all_tell_the_same(string email, string decided, int hours)
    {
        await using var sandbox = await Sandbox.StartAsync(o => o.Only("align").Population(1_000));
        using var world = sandbox.NewSession();
        await using var receiver = new WebhookReceiver();
        var align = world.Vendor("align");
        using var client = align.CreateClient();
        using var control = sandbox.ControlClient();
        await PostAsync(control, $"__admin/webhooks?session={world.Name}", $$"""{"vendor": "align", "url": "{{receiver.Url}}"}""");
        var before = align.Customers.Count(state: decided);

        var id = (string)(await PostAsync(client, "customers", $$"""{"email": "{{email}}", "type": "individual", "first_name": "Ada", "last_name": "Lovelace"}"""))["customer_id"]!;
        await PostAsync(client, $"customers/{id}/kycs", "{}");
        world.Clock.Advance(TimeSpan.FromDays(3));

        var customer = await GetAsync(client, $"customers/{id}");
        ((string)customer["kycs"]!["status"]!).ShouldBe(decided);
        (customer["address"] is not null).ShouldBe(decided == "approved");
        JsonNode.DeepEquals((await GetAsync(client, $"customers?email={email}"))["items"]![0], customer).ShouldBeTrue();
        align.Customers.Newest(1).Single().Id.ShouldBe(id);
        align.Customers.Count(state: decided).ShouldBeGreaterThan(before);

        var sent = await receiver.UntilAsync(body => (string?)body["entity_object"]!["kycs"]!["status"] == decided);
        foreach (var (signature, body) in receiver.All)
            signature.ShouldBe(Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(align.Key), body)));
        ((string)sent["event_type"]!).ShouldBe("customer.kycs.updated");
        ((string)sent["entity_id"]!).ShouldBe(id);
        DateTimeOffset.Parse((string)sent["created_at"]!, System.Globalization.CultureInfo.InvariantCulture)
            .ShouldBe(new DateTimeOffset(2026, 1, 1, 0, 50, 2, TimeSpan.Zero).AddHours(hours), TimeSpan.FromSeconds(1));
    }

    private static async Task<JsonNode> GetAsync(HttpClient client, string path) => JsonNode.Parse(await client.GetStringAsync(new Uri(path, UriKind.Relative)))!;

    private static async Task<JsonNode> PostAsync(HttpClient client, string path, string body)
    {
        var (status, text) = await client.PostJsonAsync(path, body);
        status.ShouldBeInRange(200, 201, text);
        return JsonNode.Parse(text)!;
    }

    /// <summary>Receives webhooks on a port of this machine, as a user's own server would.</summary>
    private sealed class WebhookReceiver : IAsyncDisposable
    {
        private readonly HttpListener listener = new();
        private readonly List<(string? Signature, byte[] Body)> all = [];
        private readonly SemaphoreSlim came = new(0);
        private readonly Task receiving;

        public WebhookReceiver()
        {
            using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            Url = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
            probe.Stop();
            listener.Prefixes.Add(Url);
            listener.Start();
            receiving = ReceiveAsync();
        }

        public string Url { get; }

        public IReadOnlyList<(string? Signature, byte[] Body)> All
        {
            get
            {
                lock (all) return [.. all];
            }
        }

        public async Task<JsonNode> UntilAsync(Func<JsonNode, bool> isIt)
        {
            while (true)
            {
                if (All.Select(sent => JsonNode.Parse(sent.Body)!).FirstOrDefault(isIt) is { } found) return found;
                (await came.WaitAsync(TimeSpan.FromMinutes(1))).ShouldBeTrue("the webhook did not come");
            }
        }

        public async ValueTask DisposeAsync()
        {
            listener.Stop();
            await receiving;
            listener.Close();
            came.Dispose();
        }

        private async Task ReceiveAsync()
        {
            try
            {
                while (true)
                {
                    var context = await listener.GetContextAsync();
                    using var body = new MemoryStream();
                    await context.Request.InputStream.CopyToAsync(body);
                    lock (all) all.Add((context.Request.Headers["x-hmac-signature"], body.ToArray()));
                    context.Response.Close();
                    came.Release();
                }
            }
            catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException)
            {
                // The listener was stopped.
            }
        }
    }
}
