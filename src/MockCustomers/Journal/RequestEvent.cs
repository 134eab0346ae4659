using System.Text.Json.Nodes;
using MockCustomers.Events;

namespace MockCustomers.Journal;

/// <summary>A vendor answered a request.</summary>
internal sealed record RequestEvent(JournalEntry Entry) : SandboxEvent
{
    public override long At => Entry.SandboxTime;

    public override EventType Type => EventType.Request;

    public override string Whose => Entry.Vendor;

    /// <remarks>Headers are left out: they are small beside the body, and many requests have none.</remarks>
    public override int Size => 2 * SmallSize + Entry.Body.Length + 2 * Entry.Target.Length;

    protected override void Fill(JsonObject json)
    {
        json["vendor"] = Entry.Vendor;
        json["method"] = Entry.Method;
        json["url"] = Entry.Target;
        json["status"] = Entry.Status;
        json["operation"] = Entry.Operation;
        json["customer"] = Entry.Customer;
        json["fault"] = Entry.Fault?.Kind.ToString();
        json["reason"] = RefusalReason.Of(Entry);
        json["injected"] = Entry.Injected;
        json["broken"] = Entry.Broken;
        json["stub"] = Entry.Stub;
        json["loggedDate"] = Entry.At.ToUnixTimeMilliseconds();
        json["elapsedMicroseconds"] = (long)Entry.Elapsed.TotalMicroseconds;
    }
}
