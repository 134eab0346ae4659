using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MockCustomers.Cli.Tests.Telemetry;

/// <summary>A collector that takes OTLP by HTTP, in Protocol Buffers, and anything else that is sent to it.</summary>
internal sealed class Collector : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly HttpListener listener = new();
    private readonly ConcurrentQueue<(string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)> received = new();

    public Collector()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Url = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
        }

        listener.Prefixes.Add(Url + "/");
        listener.Start();
        _ = Task.Run(ReceiveAsync);
    }

    public string Url { get; }

    /// <summary>Variables of the environment that send everything here, soon.</summary>
    public Dictionary<string, string> Environment => new()
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Url,
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        ["OTEL_EXPORTER_OTLP_HEADERS"] = "x-team=shop",
        ["OTEL_RESOURCE_ATTRIBUTES"] = "deployment.environment.name=ci",
        ["OTEL_BSP_SCHEDULE_DELAY"] = "100",
        ["OTEL_BLRP_SCHEDULE_DELAY"] = "100",
        ["OTEL_METRIC_EXPORT_INTERVAL"] = "200",
    };

    /// <summary>All that came, in the order in which it came.</summary>
    public IReadOnlyCollection<(string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)> Received => received;

    /// <summary>The spans, each with the attributes of its resource.</summary>
    public IEnumerable<(IReadOnlyDictionary<string, string> Resource, ProtoMessage Span)> Spans => Items("/v1/traces");

    /// <summary>The log records.</summary>
    public IEnumerable<ProtoMessage> Logs => Items("/v1/logs").Select(item => item.Item);

    /// <summary>The metrics, the latest first.</summary>
    public IEnumerable<ProtoMessage> Metrics => Items("/v1/metrics").Select(item => item.Item).Reverse();

    /// <summary>Whether a text stands anywhere in what came.</summary>
    public bool Holds(string text) => received.Any(one => Encoding.Latin1.GetString(one.Body).Contains(text, StringComparison.Ordinal));

    /// <summary>Waits until something has come.</summary>
    public async Task<T> WaitAsync<T>(Func<T?> find)
        where T : class
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            if (find() is { } found) return found;
            await Task.Delay(20, patience.Token);
        }
    }

    public void Dispose() => listener.Close();

    /// <summary>Of spans, logs and metrics alike: requests hold resources (1), which hold scopes (2), which hold what was said (2).</summary>
    private IEnumerable<(IReadOnlyDictionary<string, string> Resource, ProtoMessage Item)> Items(string path) =>
        received.Where(one => one.Path == path).SelectMany(one => new ProtoMessage(one.Body).Messages(1))
            .SelectMany(of => of.Messages(2).SelectMany(scope => scope.Messages(2)).Select(item => (of.Message(1).Attributes(1), item)));

    private async Task ReceiveAsync()
    {
        while (listener.IsListening)
        {
            try
            {
                var context = await listener.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                var headers = context.Request.Headers.AllKeys.OfType<string>().ToDictionary(name => name, name => context.Request.Headers[name] ?? "", StringComparer.OrdinalIgnoreCase);
                received.Enqueue((context.Request.Url!.AbsolutePath, headers, body.ToArray()));
                context.Response.StatusCode = 200;
                context.Response.Close();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
