using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;

namespace MockCustomers.Exchange;

/// <summary>UTF-8 JSON in the making, in one pooled array that is used again.</summary>
/// <remarks>Writes what it is told in the order it is told; commas and braces are its callers' business. Not for two threads at once.</remarks>
internal sealed class JsonBuffer : IBufferWriter<byte>, IDisposable
{
    private static readonly SearchValues<char> NeedEscaping = SearchValues.Create(
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u000A\u000B\u000C\u000D\u000E\u000F" +
        "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F");

    private byte[] bytes = ArrayPool<byte>.Shared.Rent(4096);
    private int length;

    public ReadOnlyMemory<byte> Written => bytes.AsMemory(0, length);

    public int Length => length;

    /// <summary>The last byte written; 0 when there is none.</summary>
    public byte Last => length == 0 ? (byte)0 : bytes[length - 1];

    /// <summary>The first moment at which what is written held, as Unix microseconds of the session's time.</summary>
    public long HoldsFrom { get; private set; } = long.MinValue;

    /// <summary>The first moment at which what is written holds no more, as Unix microseconds of the session's time.</summary>
    public long HoldsUntil { get; private set; } = long.MaxValue;

    /// <summary>Notes that some of what is written holds between two moments only.</summary>
    public void Hold(long from, long until)
    {
        HoldsFrom = Math.Max(HoldsFrom, from);
        HoldsUntil = Math.Min(HoldsUntil, until);
    }

    public void Clear()
    {
        length = 0;
        (HoldsFrom, HoldsUntil) = (long.MinValue, long.MaxValue);
    }

    /// <summary>Takes back what was written past a length.</summary>
    public void Truncate(int to) => length = to;

    public void Advance(int count) => length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return bytes.AsMemory(length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return bytes.AsSpan(length);
    }

    /// <summary>Bytes as they stand.</summary>
    public void Raw(ReadOnlySpan<byte> json)
    {
        Reserve(json.Length);
        json.CopyTo(bytes.AsSpan(length));
        length += json.Length;
    }

    public void Raw(byte one)
    {
        Reserve(1);
        bytes[length++] = one;
    }

    /// <summary>JSON text as it stands.</summary>
    public void Raw(ReadOnlySpan<char> json)
    {
        Reserve(json.Length * 3);
        length += Encoding.UTF8.GetBytes(json, bytes.AsSpan(length));
    }

    public void Null() => Raw("null"u8);

    public void Boolean(bool value) => Raw(value ? "true"u8 : "false"u8);

    public void Number(long value)
    {
        Reserve(20);
        Utf8Formatter.TryFormat(value, bytes.AsSpan(length), out var written);
        length += written;
    }

    /// <summary>A JSON string, quotes included.</summary>
    public void String(ReadOnlySpan<char> text)
    {
        Raw((byte)'"');
        Characters(text);
        Raw((byte)'"');
    }

    /// <summary>The inside of a JSON string: escaped where JSON asks for it and nowhere else.</summary>
    public void Characters(ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            var plain = text.IndexOfAny(NeedEscaping);
            Plain(plain < 0 ? text : text[..plain]);
            if (plain < 0) return;
            Escape(text[plain]);
            text = text[(plain + 1)..];
        }
    }

    public void Dispose()
    {
        if (bytes.Length > 0) ArrayPool<byte>.Shared.Return(bytes);
        bytes = [];
        length = 0;
    }

    private void Plain(ReadOnlySpan<char> text)
    {
        Reserve(text.Length * 3);
        Utf8.FromUtf16(text, bytes.AsSpan(length), out _, out var written, replaceInvalidSequences: true);
        length += written;
    }

    private void Escape(char c)
    {
        ReadOnlySpan<byte> escaped = c switch
        {
            '"' => "\\\""u8,
            '\\' => "\\\\"u8,
            '\n' => "\\n"u8,
            '\r' => "\\r"u8,
            '\t' => "\\t"u8,
            '\b' => "\\b"u8,
            '\f' => "\\f"u8,
            _ => [],
        };
        if (escaped.Length > 0)
        {
            Raw(escaped);
            return;
        }

        Raw("\\u00"u8);
        Raw((byte)(c < 16 ? '0' : '1'));
        Raw((byte)"0123456789abcdef"[c & 15]);
    }

    private void Reserve(int more)
    {
        if (bytes.Length - length >= more) return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(bytes.Length * 2, length + more));
        bytes.AsSpan(0, length).CopyTo(larger);
        if (bytes.Length > 0) ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
    }
}
