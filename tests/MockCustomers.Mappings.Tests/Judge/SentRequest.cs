namespace MockCustomers.Mappings.Tests.Judge;

/// <summary>A request of a case.</summary>
/// <param name="Path">With its query, as it is sent.</param>
/// <param name="Status">What the real WireMock answers; 404 when nothing matches, 0 when the connection breaks.</param>
/// <param name="AtLeastMilliseconds">How long it takes at the least.</param>
public sealed record SentRequest(string Method, string Path, int Status, IReadOnlyDictionary<string, string>? Headers = null, string? Body = null, int AtLeastMilliseconds = 0)
{
    public override string ToString() => $"{Method} {Path} {string.Join(", ", Headers ?? new Dictionary<string, string>())} {Body}".TrimEnd();
}
