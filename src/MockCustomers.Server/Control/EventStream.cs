using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using MockCustomers.Events;
using MockCustomers.Exchange;
using MockCustomers.Journal;

namespace MockCustomers.Server.Control;

/// <summary>The events of a session on their way to one reader, as server-sent events.</summary>
/// <remarks>
/// The reader takes from the events that the session keeps when it has taken those before: one that is slow holds up nobody and fills no memory, and is
/// told how many it has lost.
/// </remarks>
/// <param name="isMeant">Which events the reader wants.</param>
internal sealed class EventStream(EventFeed events, TimeProvider machine, Predicate<SandboxEvent> isMeant)
{
    private const int MostAtOnce = 100;

    /// <summary>How often a comment is sent when nothing happens, on the machine's clock: whoever is between does not close the connection.</summary>
    private static readonly TimeSpan BetweenComments = TimeSpan.FromSeconds(15);

    private static readonly ReadOnlyMemory<byte> Comment = ": still there\n\n"u8.ToArray();
    private static readonly ReadOnlyMemory<byte> Beginning = ": events from here on\n\n"u8.ToArray();
    private long told;

    /// <summary>The number of the latest event that the reader knows.</summary>
    public required long Last { get; set; }

    /// <summary>After how many events it ends; 1 and up.</summary>
    public required long Limit { get; init; }

    /// <summary>Writes until the session is closed, the limit is reached, or the token is cancelled.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled while the reader had not taken what was written.</exception>
    public async Task WriteAsync(Stream to, CancellationToken end)
    {
        using var reading = events.Read();
        // With it the head goes out: a reader that has it misses nothing from here on.
        await to.WriteAsync(Beginning, end);
        while (!end.IsCancellationRequested)
        {
            var isClosed = events.IsClosed;
            var before = Last;
            await SseFormatter.WriteAsync(TakeAsync(end), to, (item, buffer) => PlainJson.Write(item.Data, buffer), end);
            if (told >= Limit || (isClosed && Last == before)) return;
            if (Last > before) continue;
            var more = events.WaitAsync(Last);
            await more.WaitAsync(BetweenComments, machine, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!more.IsCompleted && !end.IsCancellationRequested) await to.WriteAsync(Comment, end);
        }
    }

    /// <summary>What there is by now.</summary>
    private async IAsyncEnumerable<SseItem<JsonObject>> TakeAsync([EnumeratorCancellation] CancellationToken end)
    {
        await Task.CompletedTask;
        var batch = events.After(Last, MostAtOnce);
        if (batch.Lost > 0) yield return Item(new JsonObject { ["count"] = batch.Lost }, "lost", Last + batch.Lost);
        Last = batch.Last;
        foreach (var happened in batch.Events)
        {
            if (!isMeant(happened)) continue;
            end.ThrowIfCancellationRequested();
            yield return Item(Shown(happened), happened.Type.ToString().ToLowerInvariant(), happened.Number);
            if (++told >= Limit) yield break;
        }
    }

    /// <remarks>What is longer than an event tells stands in the journal, under this id.</remarks>
    internal static JsonObject Shown(SandboxEvent happened)
    {
        var shown = happened.ToJson();
        if (happened is RequestEvent { Entry: { Number: > 0 } entry }) shown.Insert(1, "id", EntryId.Of(entry).ToString());
        return shown;
    }

    private static SseItem<JsonObject> Item(JsonObject data, string name, long number) => new(data, name) { EventId = number.ToString(CultureInfo.InvariantCulture) };
}
