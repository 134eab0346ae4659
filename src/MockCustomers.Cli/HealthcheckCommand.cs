using System.CommandLine;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using MockCustomers.Cli.Configuration;
using MockCustomers.Cli.Flags;
using MockCustomers.Cli.Serving;

namespace MockCustomers.Cli;

/// <summary>healthcheck: asks a running sandbox whether it is ready; for images that have no curl.</summary>
internal static class HealthcheckCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public static Command Make()
    {
        var listen = new ListenFlags();
        var url = new Flag<string>("--url", "URL", "The control url; default: made of --host and --port-base", null, Values.Url);
        var https = HttpsFlags.Switch();
        var portsFile = new Flag<string>("--ports-file", "FILE", "The file that serve writes: the control url is read from it", null, Values.FileName);
        var wait = new Flag<TimeSpan>("--wait", "TIME", "How long to wait for a sandbox that is not ready, or has not written its file, such as 30s", "0s", Values.Time);
        var command = new Command("healthcheck", "Ask a running sandbox whether it is ready: exit code 0 when it is, else 1") { url, https, portsFile, wait, new ConfigFlag() };
        listen.AddTo(command);
        command.SetAction((asked, stop) => Failures.RunAsync(new TextLog(), () =>
        {
            // A url on the command line counts for more than a file that stands in the settings.
            var named = url.IsOnCommandLine(asked) && !portsFile.IsOnCommandLine(asked) ? null : portsFile.Of(asked);
            Func<string?> where = named is { } file
                ? () => PortsFile.ReadControl(file)
                : () => url.Of(asked) ?? Reachable.Url(listen.Host(asked), Port(listen.PortBase(asked)), https.Of(asked));
            return WaitAsync(where, named, wait.Of(asked), stop);
        }));
        return command;
    }

    private static async Task<int> WaitAsync(Func<string?> where, string? file, TimeSpan longest, CancellationToken stop)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var (isReady, told) = where() is { } url ? await AskAsync(url, stop) : (false, $"not ready: {file} is not there, or names no control url");
            if (!isReady && !stop.IsCancellationRequested && TimeProvider.System.GetElapsedTime(started) < longest)
            {
                // Whoever is told to stop says how far it came.
                await Task.Delay(Pause, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                continue;
            }

            await Console.Out.WriteLineAsync(told);
            if (isReady) return ExitCode.Done;
            return stop.IsCancellationRequested ? ExitCode.Interrupted : ExitCode.Failed;
        }
    }

    private static int Port(int portBase) =>
        portBase > 0 ? portBase : throw new FailureException(ExitCode.Usage, "the control port is a free one, which only the sandbox knows; give its --url");

    private static async Task<(bool IsReady, string Told)> AskAsync(string url, CancellationToken stop)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, SslOptions = { RemoteCertificateValidationCallback = AnyCertificate } }) { Timeout = Patience };
        try
        {
            using var reply = await client.GetAsync(new Uri(url + "/health/ready"), stop);
            return reply.IsSuccessStatusCode ? (true, $"ready: {url}") : (false, $"not ready: {url} answers {(int)reply.StatusCode}");
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return (false, $"not ready: {url}: {exception.Message}");
        }
    }

    /// <summary>Takes the certificate of whoever answers: nothing secret is sent, and what is asked is whether it is ready, not who it is.</summary>
    private static bool AnyCertificate(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) => certificate is not null;
}
