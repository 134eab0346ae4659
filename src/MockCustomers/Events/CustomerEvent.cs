using System.Text.Json;
using System.Text.Json.Nodes;

namespace MockCustomers.Events;

/// <summary>A customer was created, changed, moved or deleted: by a client, by a user of the sandbox, or by its clock.</summary>
/// <param name="Vendor">Whose customer it is.</param>
/// <param name="Id">The customer's id.</param>
/// <param name="From">The state before; null for a new customer.</param>
/// <param name="To">The state after; the last one for a customer that is gone.</param>
/// <param name="Kind">The kind of customer, as the manifest names it.</param>
/// <param name="Customer">The customer after it, as it is served; what it was before for one that is gone.</param>
internal sealed record CustomerEvent(
    long At, string Vendor, string Id, CustomerChange Change, string? From, string To, string Kind, ReadOnlyMemory<byte> Customer) : SandboxEvent
{
    /// <summary>As deep as a body may be that clients send, and an envelope around it.</summary>
    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 1000 };

    public override long At { get; } = At;

    public override EventType Type => EventType.Customer;

    public override string Whose => Vendor;

    public override int Size => SmallSize + Customer.Length;

    protected override void Fill(JsonObject json)
    {
        json["vendor"] = Vendor;
        json["id"] = Id;
        json["change"] = Change.ToString().ToLowerInvariant();
        json["from"] = From;
        json["to"] = To;
        json["kind"] = Kind;
        json["customer"] = JsonNode.Parse(Customer.Span, documentOptions: Reading);
    }
}
