using System.Text.Json.Nodes;
using MockCustomers.Exchange;

namespace MockCustomers.Drift;

/// <summary>A reply of a vendor's own API.</summary>
internal sealed record ReceivedReply
{
    /// <param name="mediaType">Of its Content-Type, without parameters; null when it has none.</param>
    /// <param name="headers">The names of its headers.</param>
    public ReceivedReply(int status, string? mediaType, IReadOnlyCollection<string> headers, ReadOnlySpan<byte> body)
    {
        (Status, MediaType, Headers) = (status, mediaType, headers);
        IsJson = PlainJson.TryParse(body, out var json);
        Json = json;
    }

    public int Status { get; }

    /// <summary>Of its Content-Type, without parameters; null when it has none.</summary>
    public string? MediaType { get; }

    /// <summary>The names of its headers.</summary>
    public IReadOnlyCollection<string> Headers { get; }

    /// <summary>Whether its body is JSON.</summary>
    public bool IsJson { get; }

    /// <summary>Its body; null for JSON's null, and when it is not JSON.</summary>
    public JsonNode? Json { get; }
}
