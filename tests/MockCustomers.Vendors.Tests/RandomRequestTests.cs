using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using MockCustomers.Testing;
using MockCustomers.Vendors.Tests.Broken;
using MockCustomers.Vendors.Tests.Wire;

namespace MockCustomers.Vendors.Tests;

public sealed class RandomRequestTests(SharedSandbox shared) : IClassFixture<SharedSandbox>
{
    private const int Requests = 10_000;
    private const int RawRequests = 1_000;

    /// <summary>Some of these requests write: they have a sandbox of their own.</summary>
    private static readonly SandboxOptions Own = new() { Sessions = new Sessions.SessionOptions { Journal = 100 } };

    /// <summary>MOCKCUSTOMERS_TEST_SEED plays a failure again, or tries other requests.</summary>
    private static readonly int Seed =
        int.TryParse(Environment.GetEnvironmentVariable("MOCKCUSTOMERS_TEST_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : 20260101;

    [Fact]
    public async Task No_random_request_is_answered_with_a_500()
    {
        var sandbox = await shared.SandboxAsync(Own);
        var vendors = sandbox.Vendors.Select(name => new VendorUnderTest(sandbox.Host(name))).ToList();
        using var control = new Connection(new Uri(sandbox.Control));
        var random = new RandomRequests(Seed);
        for (var number = 0; number < Requests; number++)
        {
            var vendor = vendors[number % vendors.Count];
            var (method, target, headers, body) = random.Next(vendor);
            var answer = await vendor.Wire.SendAsync(method, target, body, headers);
            var told = $"seed {Seed}, request {number} to {vendor.Vendor.Name}: {method} {target} {string.Join(", ", headers)} {body}: {answer.StatusLine}";
            if (!headers.Any(h => h.Name == "Prefer")) answer.Status.ShouldBeLessThan(500, told);
            if (number % 20 == 0) (await control.SendAsync(method, target, body, headers)).Status.ShouldBeLessThan(500, told);
        }

        shared.Unexpected.ShouldBeEmpty($"seed {Seed}");
        foreach (var vendor in vendors) (await vendor.GetAsync(vendor.Example(vendor.Fetch))).Status.ShouldBe(200);
        vendors.ForEach(v => v.Dispose());
    }

    [Fact]
    public async Task No_random_write_is_answered_with_a_500()
    {
        using var folder = BrokenFolder.Of();
        var unexpected = new ConcurrentQueue<Exception>();
        await using var sandbox = await Sandbox.StartAsync(o => o.With(_ => folder.Settings with { OnUnexpected = (_, exception) => unexpected.Enqueue(exception) }));
        using var vendor = new VendorUnderTest(sandbox.Host(sandbox.Vendors[0]));
        var random = new RandomRequests(Seed + 2);
        var statuses = new HashSet<int>();
        for (var number = 0; number < 5000; number++)
        {
            var (method, target, body) = random.NextWrite(vendor);
            var answer = await vendor.Wire.SendAsync(method, target, body, [vendor.Credential, ("Content-Type", "application/json")]);
            answer.Status.ShouldBeLessThan(500, $"seed {Seed}, write {number}: {method} {target} {body}: {answer.Text} {string.Join('\n', unexpected)}");
            statuses.Add(answer.Status);
            if (number % 100 == 0) vendor.Customers(await vendor.GetAsync(vendor.PageTarget(0, 0))).Count.ShouldBe(vendor.DefaultSize);
        }

        unexpected.ShouldBeEmpty($"seed {Seed}");
        statuses.ShouldBe([200, 201, 400, 404], ignoreOrder: true);
    }

    [Theory]
    [InlineData("{\"name\":\"\\ud800\"}")]
    [InlineData("{\"\\udc00\":1}")]
    [InlineData("{\"name\":\"\u00ff\"}", true)]
    public async Task A_body_that_is_not_Unicode_is_malformed(string body, bool latin1 = false)
    {
        using var folder = BrokenFolder.Of();
        await using var sandbox = await Sandbox.StartAsync(o => o.With(_ => folder.Settings));
        using var vendor = new VendorUnderTest(sandbox.Host(sandbox.Vendors[0]));
        var bytes = (latin1 ? Encoding.Latin1 : Encoding.UTF8).GetBytes(body);
        var head = $"POST {vendor.Example(vendor.List!)} HTTP/1.1\r\nHost: {vendor.Wire.Host}\r\n{vendor.Credential.Name}: {vendor.Credential.Value}\r\n" +
            $"Content-Type: application/json\r\nContent-Length: {bytes.Length}\r\n\r\n";
        (await vendor.Wire.SendRawAsync([.. Encoding.ASCII.GetBytes(head), .. bytes])).Status.ShouldBe(400);
    }

    [Fact]
    public async Task No_random_bytes_stop_a_vendor()
    {
        var sandbox = await shared.SandboxAsync(Own);
        var random = new RandomRequests(Seed + 1);
        for (var number = 0; number < RawRequests; number++)
        {
            using var vendor = new VendorUnderTest(sandbox.Host(sandbox.Vendors[number % sandbox.Vendors.Count]));
            var bytes = random.NextBytes(vendor);
            var told = $"seed {Seed}, bytes {number} to {vendor.Vendor.Name}: {Convert.ToHexString(bytes)}";
            var reply = Encoding.Latin1.GetString(await ExchangeAsync(vendor.Host.Url, bytes));
            if (reply.Length > 0) reply.ShouldStartWith("HTTP/1.1 ", Case.Sensitive, told);
            reply.ShouldNotContain("HTTP/1.1 500", Case.Sensitive, told);
        }

        shared.Unexpected.ShouldBeEmpty($"seed {Seed}");
        foreach (var name in sandbox.Vendors)
        {
            using var vendor = new VendorUnderTest(sandbox.Host(name));
            (await vendor.GetAsync(vendor.Example(vendor.Fetch))).Status.ShouldBe(200);
        }
    }

    /// <summary>Sends bytes and no more, and reads until the server closes the connection.</summary>
    private static async Task<byte[]> ExchangeAsync(string url, byte[] bytes)
    {
        var address = new Uri(url);
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await socket.ConnectAsync(address.Host, address.Port, patience.Token);
        var reply = new MemoryStream();
        try
        {
            await socket.SendAsync(bytes, patience.Token);
            socket.Shutdown(SocketShutdown.Send);
            var buffer = new byte[4096];
            for (var read = 1; read > 0; reply.Write(buffer, 0, read)) read = await socket.ReceiveAsync(buffer, patience.Token);
        }
        catch (SocketException)
        {
            // Reset: what came before it counts.
        }

        return reply.ToArray();
    }
}
