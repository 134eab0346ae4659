using System.Text.Json.Nodes;

namespace MockCustomers.Mappings.Tests.Judge;

/// <summary>A server that takes mappings in WireMock's JSON, and answers by them.</summary>
internal interface IStubServer : IAsyncDisposable
{
    HttpClient Client { get; }

    /// <summary>Whether it does what WireMock.Net has no word for: broken connections, slow bodies, reason phrases.</summary>
    bool DoesCarried { get; }

    /// <summary>Forgets what it had, and takes the mappings of a case.</summary>
    Task TakeAsync(MappingCase one);

    /// <summary>The mappings as it shows them, in its own JSON, in the order in which they were added.</summary>
    Task<JsonNode> ShownAsync();
}
