using MockCustomers.Exchange;
using MockCustomers.Server;
using MockCustomers.Webhooks.Signatures;

namespace MockCustomers.Vendors.Tests.Webhooks;

/// <summary>Somebody who receives webhooks on a port of this machine.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Lock receiving = new();
    private readonly List<ReceivedWebhook> received = [];
    private readonly CancellationTokenSource stopping = new();
    private readonly SemaphoreSlim came = new(0);
    private readonly Func<int, ReceivedWebhook, ValueTask<Reply>> answer;
    private Listener? listener;

    private Receiver(Func<int, ReceivedWebhook, ValueTask<Reply>> answer) => this.answer = answer;

    public string Url => listener!.Url + "/hook";

    /// <summary>What came so far, in its order.</summary>
    public IReadOnlyList<ReceivedWebhook> All
    {
        get
        {
            lock (receiving) return [.. received];
        }
    }

    /// <param name="answer">The status of the answer to a webhook, by its number from 0 and itself; null for 200 to all.</param>
    public static Task<Receiver> StartAsync(Func<int, ReceivedWebhook, int>? answer = null) =>
        StartAsync((number, webhook) => ValueTask.FromResult(Status(answer?.Invoke(number, webhook) ?? 200)));

    public static async Task<Receiver> StartAsync(Func<int, ReceivedWebhook, ValueTask<Reply>> answer)
    {
        var receiver = new Receiver(answer);
        receiver.listener = await Listener.StartAsync("127.0.0.1", 0, "receiver", new HttpExchange(receiver.AnswerAsync, [], tellsClient: () => false, receiver.stopping.Token), CancellationToken.None);
        return receiver;
    }

    public static Reply Status(int status) => new(status, null, default, []);

    /// <summary>Waits until so many came.</summary>
    public async Task<IReadOnlyList<ReceivedWebhook>> ComeAsync(int count)
    {
        while (All.Count < count)
            if (!await came.WaitAsync(Patience)) throw new TimeoutException($"{All.Count} webhooks came, and not {count}");
        return All;
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await listener!.DisposeAsync();
        stopping.Dispose();
        came.Dispose();
    }

    private async ValueTask<Reply> AnswerAsync(Request request)
    {
        var webhook = new ReceivedWebhook([.. request.Headers.All], request.Body.ToArray());
        int number;
        lock (receiving)
        {
            number = received.Count;
            received.Add(webhook);
        }

        var reply = await answer(number, webhook);
        came.Release();
        return reply;
    }
}
