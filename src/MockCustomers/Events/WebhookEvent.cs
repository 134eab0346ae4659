using System.Text.Json.Nodes;
using MockCustomers.Exchange;

namespace MockCustomers.Events;

/// <summary>A webhook was sent to a receiver, or could not be.</summary>
/// <param name="Vendor">In whose name.</param>
/// <param name="Subscription">The id of the subscription.</param>
/// <param name="Attempt">The number of the attempt among those of the subscription; from 1.</param>
/// <param name="Name">The event, as the vendor calls it.</param>
/// <param name="Customer">The id of the customer to whom it happened.</param>
/// <param name="Status">What the receiver answered; null when it did not.</param>
/// <param name="Error">Why it counts as not delivered; null when it was delivered.</param>
/// <param name="Next">When it is tried again, as Unix microseconds of the session's clock; null when it is not.</param>
internal sealed record WebhookEvent(
    long At, string Vendor, string Subscription, int Attempt, string Name, string Customer, int? Status, string? Error, long? Next) : SandboxEvent
{
    public override long At { get; } = At;

    public override EventType Type => EventType.Webhook;

    public override string Whose => Vendor;

    protected override void Fill(JsonObject json)
    {
        json["vendor"] = Vendor;
        json["subscription"] = Subscription;
        json["attempt"] = Attempt;
        json["name"] = Name;
        json["customer"] = Customer;
        json["status"] = Status;
        json["error"] = Error;
        json["next"] = Next is { } at ? Timestamp.Shown(at) : null;
    }
}
