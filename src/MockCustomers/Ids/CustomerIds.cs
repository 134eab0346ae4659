using System.Text;
using MockCustomers.Customers;

namespace MockCustomers.Ids;

/// <summary>The ids of a population: a prefix and a shape, number to id and back.</summary>
/// <param name="prefix">ASCII; may be empty.</param>
/// <param name="timeline">Tells when the customers of the population were created.</param>
internal sealed class CustomerIds(string prefix, Timeline timeline, IIdShape shape)
{
    private readonly byte[] prefixBytes = Encoding.ASCII.GetBytes(prefix);

    /// <summary>How many ASCII characters an id has.</summary>
    public int Length => prefixBytes.Length + shape.Length;

    public string Prefix => prefix;

    public IIdShape Shape => shape;

    /// <summary>Tells whether two texts are the same id: by letter, but for the part after the prefix where the shape ignores case.</summary>
    public IEqualityComparer<string> Comparer { get; } = shape.IgnoresCase ? new CaselessIds(prefix) : StringComparer.Ordinal;

    /// <summary>Writes the id of a customer.</summary>
    /// <param name="created">When it was created, as Unix microseconds.</param>
    /// <param name="id">Of at least <see cref="Length"/>.</param>
    public void Write(long number, long created, Span<byte> id)
    {
        prefixBytes.CopyTo(id);
        shape.Write(number, created, id.Slice(prefixBytes.Length, shape.Length));
    }

    /// <summary>The id of a customer of the population.</summary>
    public string Of(long number) => Of(number, timeline.Created(number));

    /// <summary>The id of a customer.</summary>
    /// <param name="created">When it was created, as Unix microseconds.</param>
    public string Of(long number, long created)
    {
        Span<byte> id = stackalloc byte[Length];
        Write(number, created, id);
        return Encoding.ASCII.GetString(id);
    }

    /// <summary>The number whose id this is, in a population of a size; -1 when no customer has it.</summary>
    public long NumberOf(ReadOnlySpan<char> id, long size)
    {
        if (id.Length != Length) return -1;
        Span<byte> asked = stackalloc byte[Length];
        if (Encoding.UTF8.GetByteCount(id) != Length) return -1;
        Encoding.UTF8.GetBytes(id, asked);
        if (!asked.StartsWith(prefixBytes)) return -1;
        if (shape.IgnoresCase) Ascii.ToLowerInPlace(asked[prefixBytes.Length..], out _);
        var number = shape.Candidate(asked[prefixBytes.Length..]);
        if (number < 0 || number >= size) return -1;
        Span<byte> real = stackalloc byte[Length];
        Write(number, timeline.Created(number), real);
        return real.SequenceEqual(asked) ? number : -1;
    }
}
