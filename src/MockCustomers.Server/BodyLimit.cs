using System.Buffers;

namespace MockCustomers.Server;

/// <summary>Reads request bodies up to a size.</summary>
internal static class BodyLimit
{
    /// <summary>1 MiB.</summary>
    public const int Largest = 1024 * 1024;

    /// <summary>Past the limit the rest is thrown away up to this size, so that a client that goes on sending still gets its answer.</summary>
    private const int LargestThrownAway = 16 * Largest;

    /// <summary>The body; or that it was too large to be read.</summary>
    public static async Task<(ReadOnlyMemory<byte> Body, bool IsTooLarge)> ReadAsync(Stream body)
    {
        using var kept = new MemoryStream();
        var piece = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            long length = 0;
            for (int read; length <= LargestThrownAway && (read = await body.ReadAsync(piece)) > 0;)
            {
                length += read;
                if (length <= Largest) kept.Write(piece, 0, read);
            }

            return length <= Largest ? (kept.ToArray(), false) : (default, true);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }
}
