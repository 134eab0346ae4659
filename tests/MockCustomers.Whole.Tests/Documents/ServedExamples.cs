using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace MockCustomers.Whole.Tests.Documents;

/// <summary>The sandbox, started by the line with which the readme starts it. Its ports are shifted, so that it runs beside another one.</summary>
public sealed partial class ServedExamples : IDisposable
{
    /// <summary>The control port that the documents say.</summary>
    private const int DocumentedBase = 4010;

    /// <summary>The vendors' ports and some more.</summary>
    private const int Ports = 10;

    /// <summary>How long a start may take while other tests keep every processor busy.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    private static int served;

    private readonly Lazy<Task<(OtherProgram Program, int PortBase)>> started = new(StartAsync);

    /// <summary>A line of a document with the ports that are listened on.</summary>
    public async Task<string> ShiftedAsync(string line)
    {
        var shift = (await started.Value).PortBase - DocumentedBase;
        return Documented().Replace(line, match => match.Groups[1].Value + (int.Parse(match.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture) + shift));
    }

    /// <summary>Where the control port is.</summary>
    public async Task<Uri> ControlAsync() => ControlOf((await started.Value).PortBase);

    /// <summary>Runs a line that serves, until everybody listens; the caller stops it.</summary>
    internal static async Task<(OtherProgram Program, int PortBase)> ServeAsync(string line, IReadOnlyDictionary<string, string> environment)
    {
        var portBase = FreePorts();
        var program = new OtherProgram(RepositoryFiles.Root, new Dictionary<string, string>(environment) { ["MOCKCUSTOMERS_PORT_BASE"] = $"{portBase}" }, "bash", "-c", $"exec {line}");
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(5) };
        var patience = Stopwatch.StartNew();
        while (patience.Elapsed < Longest)
        {
            program.HasEnded.ShouldBeFalse($"{line}: {program.Told}");
            if (await IsReadyAsync(client, ControlOf(portBase))) return (program, portBase);
            await Task.Delay(100);
        }

        program.Dispose();
        throw new TimeoutException($"{line}: {program.Told}");
    }

    public void Dispose()
    {
        if (started.IsValueCreated && started.Value.IsCompletedSuccessfully) started.Value.Result.Program.Dispose();
    }

    private static Uri ControlOf(int portBase) => new($"http://127.0.0.1:{portBase}/");

    private static Task<(OtherProgram Program, int PortBase)> StartAsync()
    {
        var line = Example.LinesOf("dotnet").First(l => l.StartsWith("dotnet run ", StringComparison.Ordinal));
        // Built it is already, as these tests are; and a build now would change what they stand on.
        return ServeAsync(line.Replace("dotnet run ", $"dotnet run --no-build --configuration {RepositoryFiles.Configuration} ", StringComparison.Ordinal), new Dictionary<string, string>());
    }

    /// <summary>Whether it says so; one that is too busy to say anything is asked again.</summary>
    private static async Task<bool> IsReadyAsync(HttpClient client, Uri control)
    {
        try
        {
            using var reply = await client.GetAsync(new Uri(control, "health/ready"));
            return reply.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception silent) when (silent is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private static int FreePorts()
    {
        // Each process looks in a place of its own, below the ports that systems give away.
        for (var tries = 0; tries < 100; tries++)
        {
            var first = 20000 + (Environment.ProcessId + Interlocked.Increment(ref served)) % 1200 * Ports;
            if (Enumerable.Range(first, Ports).All(IsFree)) return first;
        }

        throw new InvalidOperationException("no free ports");
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"(http://(?:127\.0\.0\.1|localhost):)(40[1-9]\d)\b")]
    private static partial Regex Documented();
}
