using System.Collections;

namespace MockCustomers.Testing;

/// <summary>Headers in their order; by name they are found however it is written, in capitals or not.</summary>
public sealed class SandboxHeaders : IReadOnlyList<KeyValuePair<string, string>>
{
    private readonly IReadOnlyList<KeyValuePair<string, string>> headers;

    internal SandboxHeaders(IReadOnlyList<KeyValuePair<string, string>> headers) => this.headers = headers;

    /// <summary>How many there are.</summary>
    public int Count => headers.Count;

    /// <summary>A header by its place.</summary>
    /// <param name="index">From 0.</param>
    public KeyValuePair<string, string> this[int index] => headers[index];

    /// <summary>A header's value; null when there is none of that name. Several of one name are one, with commas between them, as HTTP has it.</summary>
    /// <param name="name">In capitals or not.</param>
    public string? this[string name]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(name);
            var values = headers.Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value).ToList();
            return values.Count == 0 ? null : string.Join(", ", values);
        }
    }

    /// <summary>The headers in their order.</summary>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => headers.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A line a header.</summary>
    public override string ToString() => string.Join('\n', headers.Select(header => $"{header.Key}: {header.Value}"));
}
