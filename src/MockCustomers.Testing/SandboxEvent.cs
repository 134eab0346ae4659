using System.Text.Json.Nodes;

namespace MockCustomers.Testing;

/// <summary>Something that happened in a world.</summary>
public sealed class SandboxEvent
{
    internal SandboxEvent(long number, SandboxEventType type, string? vendor, JsonObject data)
    {
        Number = number;
        Type = type;
        Vendor = vendor;
        Data = data;
    }

    /// <summary>Counts the world's events, from 1.</summary>
    public long Number { get; }

    /// <summary>What it is about.</summary>
    public SandboxEventType Type { get; }

    /// <summary>The vendor whom it concerns; null for all of them.</summary>
    public string? Vendor { get; }

    /// <summary>What it tells, as the control port tells it: <c>(string?)Data["change"]</c> of a customer is "created". Of what is lost, the count.</summary>
    public JsonObject Data { get; }

    /// <summary>The event in a line.</summary>
    public override string ToString() => $"{Number}  {Type}  {Data.ToJsonString()}";
}
