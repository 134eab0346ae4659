using MockCustomers.Exchange;
using MockCustomers.Server;
using MockCustomers.Webhooks.Signatures;

namespace MockCustomers.Cli.Webhooks;

/// <summary>Receives webhooks on a port, verifies them, and tells of each.</summary>
/// <param name="senders">Who may send; the one whose headers a webhook has is taken to be its sender.</param>
/// <param name="failEvery">Each so-manieth is answered 500; 0 for none.</param>
/// <param name="clock">By which the age of signatures is judged.</param>
internal sealed class WebhookReceiver(IReadOnlyList<KnownSender> senders, long failEvery, TimeProvider clock)
{
    private readonly Lock telling = new();
    private long count;

    /// <summary>Listens until it is told to stop.</summary>
    /// <param name="port">0 for a free one.</param>
    public async Task RunAsync(string host, int port, CancellationToken stop)
    {
        await using var listener = await Listener.StartAsync(host, port, "listen", new HttpExchange(request => ValueTask.FromResult(Answer(request)), [], tellsClient: () => false, stop), stop);
        var url = new Uri($"{listener.Url}/hook");
        Console.WriteLine($"receives at {url}; stop with Ctrl+C");
        Console.WriteLine($"POST /__admin/webhooks {{\"vendor\": \"{senders[0].Vendor}\", \"url\": \"{url}\"}} sends here");
        await Task.Delay(Timeout.Infinite, stop).ContinueWith(_ => { }, TaskScheduler.Default);
    }

    private Reply Answer(Request request)
    {
        if (request.Method != "POST") return Plain(request, 405, "webhooks come by POST");
        if (request.IsBodyTooLarge) return Plain(request, 413, "the body is too large");
        var received = new ReceivedWebhook([.. request.Headers.All], request.Body.ToArray());
        lock (telling)
        {
            count++;
            var sender = senders.FirstOrDefault(known => known.Signs(received)) ?? (senders.Count == 1 ? senders[0] : null);
            if (failEvery > 0 && count % failEvery == 0) return Told(request, received, sender, "fail", "yellow", $"number {count} fails on purpose", 500);
            if (sender is null) return Told(request, received, null, "none", "yellow", "no vendor signs with these headers", 401);
            if (sender.Secret is not { } secret) return Told(request, received, sender, "open", "yellow", "not verified: --secret SECRET, which POST /__admin/webhooks gave, would tell", 200);
            var verdict = sender.Rules.Signature.Verify(received, secret, clock.GetUtcNow().ToUnixTimeMilliseconds());
            return verdict.Matches ? Told(request, received, sender, "ok", "green", "", 200) : Told(request, received, sender, "no", "red", verdict.Reason!, 401);
        }
    }

    private static Reply Told(Request request, ReceivedWebhook received, KnownSender? sender, string word, string colour, string reason, int status)
    {
        EventPrinter.Print(word, colour, sender?.Vendor ?? "?", sender?.EventOf(received.Body) ?? "?", reason, received.Body);
        return Plain(request, status, word);
    }

    private static Reply Plain(Request request, int status, string text)
    {
        request.Output.Clear();
        request.Output.Raw(text);
        return new Reply(status, "text/plain", request.Output.Written, []);
    }
}
