namespace MockCustomers.Testing.InMemory;

/// <summary>A body whose connection breaks after some of it.</summary>
internal sealed class BrokenStream(byte[] beginning, HttpRequestError error, string message) : Stream
{
    private readonly MemoryStream begun = new(beginning, writable: false);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) =>
        begun.Read(buffer, offset, count) is var read and > 0 ? read : count == 0 ? 0 : throw new HttpIOException(error, message);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? Task.FromCanceled<int>(cancellationToken) : ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested) return ValueTask.FromCanceled<int>(cancellationToken);
        if (begun.Read(buffer.Span) is var read and > 0) return ValueTask.FromResult(read);
        return buffer.IsEmpty ? ValueTask.FromResult(0) : ValueTask.FromException<int>(new HttpIOException(error, message));
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
