using System.IO.Pipelines;
using MockCustomers.Faults;

namespace MockCustomers.Server;

/// <summary>Sends a body slowly: so many bytes a second, or in so many pieces.</summary>
internal static class SlowBody
{
    private const int PiecesPerSecond = 10;

    /// <param name="bytesPerSecond">1 and up.</param>
    /// <param name="clientGone">Ends it with an <see cref="OperationCanceledException"/>.</param>
    /// <param name="shutdown">Sends the rest at once, so that nobody waits for a server that is to stop.</param>
    public static Task WriteAsync(PipeWriter writer, ReadOnlyMemory<byte> body, int bytesPerSecond, TimeProvider clock, CancellationToken clientGone, CancellationToken shutdown) =>
        WriteAsync(writer, body, Math.Max(1, bytesPerSecond / PiecesPerSecond), part => TimeSpan.FromSeconds((double)part / bytesPerSecond), clock, clientGone, shutdown);

    /// <summary>The same, in a number of pieces.</summary>
    public static Task WriteAsync(PipeWriter writer, ReadOnlyMemory<byte> body, Dribble dribble, TimeProvider clock, CancellationToken clientGone, CancellationToken shutdown)
    {
        if (body.IsEmpty) return Task.CompletedTask;
        var piece = (body.Length + dribble.Pieces - 1) / dribble.Pieces;
        var count = (body.Length + piece - 1) / piece;
        return WriteAsync(writer, body, piece, _ => dribble.Time / count, clock, clientGone, shutdown);
    }

    /// <param name="pause">How long the pause is before so many bytes.</param>
    private static async Task WriteAsync(
        PipeWriter writer, ReadOnlyMemory<byte> body, int piece, Func<int, TimeSpan> pause, TimeProvider clock, CancellationToken clientGone, CancellationToken shutdown)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(clientGone, shutdown);
        while (!body.IsEmpty)
        {
            var part = shutdown.IsCancellationRequested ? body : body[..Math.Min(piece, body.Length)];
            await Pause(pause(part.Length), clock, either.Token);
            clientGone.ThrowIfCancellationRequested();
            await writer.WriteAsync(part, clientGone);
            body = body[part.Length..];
        }
    }

    private static Task Pause(TimeSpan time, TimeProvider clock, CancellationToken end) =>
        end.IsCancellationRequested ? Task.CompletedTask : Task.Delay(time, clock, end).ContinueWith(_ => { }, TaskScheduler.Default);
}
