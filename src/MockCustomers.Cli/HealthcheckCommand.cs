using System.CommandLine;
using MockCustomers.Cli.Flags;
using MockCustomers.Cli.Serving;

namespace MockCustomers.Cli;

/// <summary>healthcheck: asks a running sandbox whether it is ready; for images that have no curl.</summary>
internal static class HealthcheckCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static Command Make()
    {
        var listen = new ListenFlags();
        var url = new Flag<string>("--url", "URL", "The control url; default: made of --host and --port-base", null, Values.Url);
        var command = new Command("healthcheck", "Ask a running sandbox whether it is ready: exit code 0 when it is, else 1") { url };
        listen.AddTo(command);
        command.SetAction((asked, stop) => Failures.RunAsync(new TextLog(), () =>
            AskAsync(url.Of(asked) ?? Reachable.Url(listen.Host(asked), Port(listen.PortBase(asked))), stop)));
        return command;
    }

    private static int Port(int portBase) =>
        portBase > 0 ? portBase : throw new FailureException(ExitCode.Usage, "the control port is a free one, which only the sandbox knows; give its --url");

    private static async Task<int> AskAsync(string url, CancellationToken stop)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = Patience };
        try
        {
            using var reply = await client.GetAsync(new Uri(url + "/health/ready"), stop);
            await Console.Out.WriteLineAsync(reply.IsSuccessStatusCode ? $"ready: {url}" : $"not ready: {url} answers {(int)reply.StatusCode}");
            return reply.IsSuccessStatusCode ? ExitCode.Done : ExitCode.Failed;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            await Console.Out.WriteLineAsync($"not ready: {url}: {exception.Message}");
            return ExitCode.Failed;
        }
    }
}
