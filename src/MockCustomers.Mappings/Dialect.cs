namespace MockCustomers.Mappings;

/// <summary>Whose JSON a mapping is written in.</summary>
internal enum Dialect
{
    /// <summary>No mapping.</summary>
    Unknown,

    /// <summary>"request" with "urlPath", "method", "bodyPatterns"; "response" with "status", "jsonBody".</summary>
    WireMock,

    /// <summary>"Request" with "Path", "Methods", "Body"; "Response" with "StatusCode", "BodyAsJson". In any case of letters: WireMock.Net ignores it.</summary>
    WireMockNet,
}
