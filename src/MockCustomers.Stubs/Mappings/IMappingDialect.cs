using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;

namespace MockCustomers.Stubs.Mappings;

/// <summary>Another JSON for mappings than WireMock.Net's.</summary>
internal interface IMappingDialect
{
    /// <summary>Whether a mapping, or a document of mappings, is written in it.</summary>
    bool IsSpoken(JsonObject document);

    /// <summary>The mappings of a document in WireMock.Net's JSON; what cannot be said there is reported.</summary>
    IReadOnlyList<JsonObject> Convert(JsonPlace document);
}
