using System.Text.Json.Nodes;
using MockCustomers.Exchange;

namespace MockCustomers.Events;

/// <summary>Something that happened in a session.</summary>
/// <param name="At">When, on the session's clock, as Unix microseconds.</param>
/// <param name="Size">About how many bytes of memory it holds: reckoned once, so that what it holds is not looked at again when it is forgotten.</param>
internal abstract record SandboxEvent(long At, int Size = SandboxEvent.SmallSize)
{
    /// <summary>About what an event without a text of its own takes in memory.</summary>
    protected const int SmallSize = 256;

    /// <summary>Counts the events of the session, from 1; 0 before it is published.</summary>
    public long Number { get; internal set; }

    public abstract EventType Type { get; }

    /// <summary>The vendor whom it concerns; null for all of them.</summary>
    public virtual string? Whose => null;

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
