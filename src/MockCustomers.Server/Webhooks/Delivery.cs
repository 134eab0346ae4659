using MockCustomers.Server.Telemetry;
using MockCustomers.Webhooks;

namespace MockCustomers.Server.Webhooks;

/// <summary>A message on its way to one receiver.</summary>
internal sealed class Delivery(WebhookMessage message)
{
    public WebhookMessage Message => message;

    /// <summary>In which trace the message began; null for in none.</summary>
    public TraceLink? Came { get; } = TraceLink.Current;

    /// <summary>Its place among all that wait for the receiver.</summary>
    public LinkedListNode<Delivery>? Place { get; set; }

    /// <summary>How often it was tried.</summary>
    public int Tries { get; set; }

    /// <summary>Whether it is being sent just now.</summary>
    public bool IsUnderWay { get; set; }
}
