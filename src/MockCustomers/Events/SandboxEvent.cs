using System.Text.Json.Nodes;
using MockCustomers.Exchange;

namespace MockCustomers.Events;

/// <summary>Something that happened in a session.</summary>
internal abstract record SandboxEvent
{
    /// <summary>About what an event without a text of its own takes in memory.</summary>
    protected const int SmallSize = 256;

    /// <summary>Counts the events of the session, from 1; 0 before it is published.</summary>
    public long Number { get; internal set; }

    /// <summary>When, on the session's clock, as Unix microseconds.</summary>
    public abstract long At { get; }

    public abstract EventType Type { get; }

    /// <summary>The vendor whom it concerns; null for all of them.</summary>
    public virtual string? Whose => null;

    /// <summary>About how many bytes of memory it holds.</summary>
    public virtual int Size => SmallSize;

    /// <summary>The event as users see it.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject { ["at"] = Timestamp.Shown(At) };
        Fill(json);
        return json;
    }

    /// <summary>Adds what there is to tell besides the time.</summary>
    protected abstract void Fill(JsonObject json);
}
