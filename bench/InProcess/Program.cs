// What one request costs the engine alone, without sockets: microseconds, of them on a processor, and bytes allocated.
//   InProcess SPECS FIXTURES [POPULATION] [IDS-FILE]     IDS-FILE: one flexprice id a line
//   With INPROCESS_ONLY=create, say, only the rows of that name, ten times as often: for bench/Profile to look at.
using System.Diagnostics;
using System.Globalization;
using System.Text;
using MockCustomers.Exchange;
using MockCustomers.Server;
using MockCustomers.Sessions;
using MockCustomers.Vendors;

var watch = Stopwatch.StartNew();
var population = args.Length > 2 ? long.Parse(args[2], CultureInfo.InvariantCulture) : 1_000_000_000;
var settings = new SandboxSettings { Specs = args[0], Fixtures = args[1], PortBase = 0, Options = new SandboxOptions { Population = population } };
var all = SandboxFolder.Load(settings);
Console.WriteLine($"load five vendors: {watch.ElapsedMilliseconds} ms (with JIT)");
watch.Restart();
foreach (var (other, _) in SandboxFolder.Load(settings)) other.Dispose();
Console.WriteLine($"load them again:   {watch.ElapsedMilliseconds} ms (warm)");

var vendor = all.Single(v => v.Vendor.Name == "flexprice").Vendor;
var pipeline = new Pipeline(vendor);
var sessions = new SessionBook(vendor.Options.Sessions, vendor.Options.Epoch, [vendor]);
var key = new OneHeader("x-api-key", "sk_01K8DBYJ0ST5GD57EB6EATEACE");
var unheard = new SessionBook(vendor.Options.Sessions with { Journal = 0 }, vendor.Options.Epoch, [vendor]);
var ids = args.Length > 3 ? File.ReadAllLines(args[3]) : [];
var example = "/v1/customers?limit=100";
var bad = new OneHeader("x-api-key", "nobody");
var only = Environment.GetEnvironmentVariable("INPROCESS_ONLY");
Console.WriteLine("| request | µs | on a processor | bytes allocated | body |\n|---|---|---|---|---|");
if (ids.Length > 0)
{
    for (var round = 0; round < 3; round++)
    {
        Measure("get one, hot", 200_000, key, i => "/v1/customers/" + ids[i & 3]);
        Measure("get one, hot, no journal", 200_000, key, i => "/v1/customers/" + ids[i & 3], unheard);
    }

    Measure("get one, cold", Math.Min(ids.Length, 100_000), key, i => "/v1/customers/" + ids[i]);
}

Measure("list of 100, hot", 5_000, key, _ => example);
Measure("list of 100, cold", 3_000, key, i => example + "&offset=" + (i * 7919L % Math.Max(1, population * 9 / 10 - 100)).ToString(CultureInfo.InvariantCulture));
Measure("list past the end", 5_000, key, _ => example + "&offset=" + population.ToString(CultureInfo.InvariantCulture));
Measure("401", 200_000, bad, _ => example);
Measure("404", 200_000, key, _ => "/v1/customers/cust_01FRC65X9P1YE4N0R3BY51KA0Z");
Measure("no such path", 200_000, key, _ => "/v1/nothing");
Measure("invalid parameter", 100_000, key, _ => "/v1/customers?limit=0");
Measure("create", 20_000, key, _ => "/v1/customers", body: i => $$"""{"external_id":"acct-{{i}}","name":"Bench"}""");
foreach (var (v, _) in all) v.Dispose();

void Measure(string what, int times, IRequestHeaders headers, Func<int, string> target, SessionBook? book = null, Func<int, string>? body = null)
{
    using var buffer = new JsonBuffer();
    if (only is not null && what != only) return;
    if (only is not null) times *= 10;
    var method = body is null ? "GET" : "POST";
    // Each round has bodies of its own: what a client may have once only is sent once only.
    var (targets, bodies) = (Enumerable.Range(0, times).Select(target).ToArray(), Enumerable.Range(0, 2 * times).Select(i => body is null ? [] : Encoding.UTF8.GetBytes(body(i))).ToArray());
    var (before, length) = (0L, 0);
    var busy = TimeSpan.Zero;
    for (var round = 0; round < 2; round++)
    {
        before = GC.GetAllocatedBytesForCurrentThread();
        busy = Environment.CpuUsage.TotalTime;
        watch.Restart();
        for (var i = 0; i < times; i++)
        {
            buffer.Clear();
            var answer = pipeline.AnswerAsync(new Request(method, targets[i], headers, bodies[round * times + i], buffer), book ?? sessions);
            if (!answer.IsCompletedSuccessfully) throw new InvalidOperationException("it did not answer at once");
            length = answer.Result.Body.Length;
        }

        watch.Stop();
        busy = Environment.CpuUsage.TotalTime - busy;
    }

    var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / times;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {watch.Elapsed.TotalMicroseconds / times:0.00} | {busy.TotalMicroseconds / times:0.00} | {bytes} | {length} |"));
}

/// <summary>A credential among the headers that clients send, kept as the server keeps them.</summary>
internal sealed class OneHeader(string name, string value) : IRequestHeaders
{
    private readonly KeyValuePair<string, string>[] all =
    [
        KeyValuePair.Create("Host", "127.0.0.1:4013"), KeyValuePair.Create("Accept", "application/json"), KeyValuePair.Create("Accept-Encoding", "gzip"),
        KeyValuePair.Create("User-Agent", "bench"), KeyValuePair.Create("Content-Type", "application/json"), KeyValuePair.Create(name, value),
    ];

    public string? this[string asked]
    {
        get
        {
            foreach (var header in all)
                if (header.Key.Equals(asked, StringComparison.OrdinalIgnoreCase)) return header.Value;
            return null;
        }
    }

    public IEnumerable<KeyValuePair<string, string>> All => all;

    public IReadOnlyList<KeyValuePair<string, string>> Without(string credential) =>
        Array.ConvertAll(all, header => header.Key.Equals(credential, StringComparison.OrdinalIgnoreCase) ? KeyValuePair.Create(header.Key, "(redacted)") : header);
}
