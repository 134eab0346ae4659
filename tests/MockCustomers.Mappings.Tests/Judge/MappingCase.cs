using System.Text.Json;
using System.Text.Json.Nodes;

namespace MockCustomers.Mappings.Tests.Judge;

/// <summary>Mappings in WireMock's JSON and requests to send, from mappings/NAME.json.</summary>
/// <param name="Says">What it shows, in a sentence.</param>
/// <param name="Mappings">In the order in which they are added.</param>
/// <param name="Requests">In the order in which they are sent.</param>
/// <param name="Elsewhere">What a WireMock.Net does that is not the sandbox: "differs", where it matches less; "refused", when it is not converted for it; null when it does the same.</param>
/// <param name="Carried">What is done by the sandbox and not by WireMock.Net: keys of a response.</param>
/// <param name="Files">Bodies by their file names.</param>
public sealed record MappingCase(
    string Says, JsonArray Mappings, IReadOnlyList<SentRequest> Requests, string? Elsewhere = null, IReadOnlyList<string>? Carried = null, IReadOnlyDictionary<string, string>? Files = null)
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "mappings");

    public static TheoryData<string> All => [.. Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    public static MappingCase Of(string name) => JsonSerializer.Deserialize<MappingCase>(File.ReadAllText(Path.Combine(Folder, name + ".json")), JsonSerializerOptions.Web)!;

    /// <summary>The headers that its responses name, which have to be the same.</summary>
    public IReadOnlyList<string> Headers =>
        [.. Mappings.SelectMany(mapping => mapping!["response"]?["headers"] is JsonObject headers ? headers.Select(header => header.Key) : []).Append("Content-Type").Distinct(StringComparer.OrdinalIgnoreCase)];
}
