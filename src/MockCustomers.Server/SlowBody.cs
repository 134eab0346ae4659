using System.IO.Pipelines;

namespace MockCustomers.Server;

/// <summary>Sends a body so many bytes a second.</summary>
internal static class SlowBody
{
    private const int PiecesPerSecond = 10;

    /// <param name="bytesPerSecond">1 and up.</param>
    /// <param name="clientGone">Ends it with an <see cref="OperationCanceledException"/>.</param>
    /// <param name="shutdown">Sends the rest at once, so that nobody waits for a server that is to stop.</param>
    public static async Task WriteAsync(PipeWriter writer, ReadOnlyMemory<byte> body, int bytesPerSecond, TimeProvider clock, CancellationToken clientGone, CancellationToken shutdown)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(clientGone, shutdown);
        var piece = Math.Max(1, bytesPerSecond / PiecesPerSecond);
        while (!body.IsEmpty)
        {
            var part = shutdown.IsCancellationRequested ? body : body[..Math.Min(piece, body.Length)];
            await Pause(TimeSpan.FromSeconds((double)part.Length / bytesPerSecond), clock, either.Token);
            clientGone.ThrowIfCancellationRequested();
            await writer.WriteAsync(part, clientGone);
            body = body[part.Length..];
        }
    }

    private static Task Pause(TimeSpan time, TimeProvider clock, CancellationToken end) =>
        end.IsCancellationRequested ? Task.CompletedTask : Task.Delay(time, clock, end).ContinueWith(_ => { }, TaskScheduler.Default);
}
