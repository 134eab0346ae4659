using System.Text.Json.Nodes;

namespace MockCustomers.Server.Reference;

/// <summary>Shows OpenAPI documents as pages to read and to try.</summary>
internal interface IReferencePages
{
    /// <summary>The script of the pages, compressed with gzip.</summary>
    ReadOnlyMemory<byte> Script { get; }

    /// <summary>What the script is told of the documents that it shows, the first of them at once.</summary>
    JsonNode Configuration(IReadOnlyList<ReferenceDocument> documents);
}
