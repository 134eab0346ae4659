using MockCustomers.Webhooks;

namespace MockCustomers.Server.Webhooks;

/// <summary>What is to be sent for one subscription: of one customer one after another, of different customers at the same time.</summary>
/// <remarks>A message that waits for its next try keeps those of its customer waiting, and no others.</remarks>
internal sealed class DeliveryQueue : IDisposable
{
    /// <summary>When more than that wait, the oldest is dropped.</summary>
    public const int Most = 20_000;

    /// <summary>How many are sent at the same time.</summary>
    private const int MostAtOnce = 8;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Lane> lanes = [];
    private readonly LinkedList<Delivery> waiting = [];
    private readonly Queue<Lane> ready = [];
    private readonly Func<Delivery, CancellationToken, Task<Task?>> send;
    private readonly CancellationTokenSource ending;
    private readonly CancellationToken ended;
    private int underWay;
    private int dropped;

    /// <param name="send">Sends a message once; what it makes ends when the message is to be sent again, and is null when it is done with.</param>
    /// <param name="stop">Cancelled when nothing more is to be sent.</param>
    public DeliveryQueue(Func<Delivery, CancellationToken, Task<Task?>> send, CancellationToken stop)
    {
        this.send = send;
        ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        ended = ending.Token;
    }

    /// <summary>How many were not sent yet, or are to be sent again.</summary>
    public int Waiting
    {
        get
        {
            lock (gate) return waiting.Count;
        }
    }

    /// <summary>How many were dropped because too many waited.</summary>
    public int Dropped => Volatile.Read(ref dropped);

    /// <summary>Adds a message behind those of its customer.</summary>
    public void Add(WebhookMessage message)
    {
        lock (gate)
        {
            if (ended.IsCancellationRequested) return;
            if (waiting.Count >= Most) DropOldest();
            var delivery = new Delivery(message);
            if (!lanes.TryGetValue(message.Customer, out var lane)) lanes[message.Customer] = lane = new Lane(message.Customer);
            lane.Deliveries.AddLast(delivery);
            delivery.Place = waiting.AddLast(delivery);
            if (!lane.IsBusy) MakeReady(lane);
            Start();
        }
    }

    /// <summary>Sends nothing more.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            if (ended.IsCancellationRequested) return;
            waiting.Clear();
            lanes.Clear();
            ready.Clear();
        }

        ending.Cancel();
        ending.Dispose();
    }

    private void MakeReady(Lane lane)
    {
        lane.IsBusy = true;
        ready.Enqueue(lane);
    }

    private void Start()
    {
        while (underWay < MostAtOnce && ready.TryDequeue(out var lane))
        {
            underWay++;
            _ = Task.Run(() => SendAsync(lane), CancellationToken.None);
        }
    }

    /// <summary>Sends the first message of a lane, and gives up its place to others.</summary>
    private async Task SendAsync(Lane lane)
    {
        Delivery? delivery;
        lock (gate)
        {
            delivery = lane.Deliveries.First?.Value;
            if (delivery is not null) delivery.IsUnderWay = true;
        }

        Task? due = null;
        try
        {
            if (delivery is not null) due = await send(delivery, ended);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            return;
        }

        lock (gate)
        {
            underWay--;
            if (delivery is not null) Finish(lane, delivery, due);
            else Leave(lane);
            Start();
        }
    }

    /// <param name="due">Ends when it is to be sent again; null when it is done with.</param>
    private void Finish(Lane lane, Delivery delivery, Task? due)
    {
        delivery.IsUnderWay = false;
        if (due is not null)
        {
            _ = ResumeAsync(lane, due);
            return;
        }

        lane.Deliveries.Remove(delivery);
        if (delivery.Place!.List is not null) waiting.Remove(delivery.Place);
        Leave(lane);
    }

    /// <summary>Lets the next message of a lane have its turn; a lane without any is forgotten.</summary>
    private void Leave(Lane lane)
    {
        lane.IsBusy = false;
        if (lane.Deliveries.Count > 0) MakeReady(lane);
        else if (lanes.GetValueOrDefault(lane.Customer) == lane) lanes.Remove(lane.Customer);
    }

    private async Task ResumeAsync(Lane lane, Task due)
    {
        try
        {
            await due;
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            return;
        }

        lock (gate)
        {
            Leave(lane);
            Start();
        }
    }

    private void DropOldest()
    {
        for (var node = waiting.First; node is not null; node = node.Next)
        {
            if (node.Value.IsUnderWay) continue;
            lanes[node.Value.Message.Customer].Deliveries.Remove(node.Value);
            waiting.Remove(node);
            Volatile.Write(ref dropped, dropped + 1);
            return;
        }
    }

    /// <summary>The messages about one customer, in their order.</summary>
    private sealed class Lane(string customer)
    {
        public string Customer => customer;

        public LinkedList<Delivery> Deliveries { get; } = [];

        /// <summary>Whether one of them is being sent, or has its turn, or waits to be tried again.</summary>
        public bool IsBusy { get; set; }
    }
}
