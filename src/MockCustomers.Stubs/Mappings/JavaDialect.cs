using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;

namespace MockCustomers.Stubs.Mappings;

/// <summary>WireMock's own JSON: request and response in lower case. To WireMock.Net such a mapping would match every request, so that it is refused.</summary>
internal sealed class JavaDialect : IMappingDialect
{
    private static readonly string[] Keys = ["request", "response", "mappings", "mapping"];

    public bool IsSpoken(JsonObject document) => Array.Exists(Keys, document.ContainsKey);

    public IReadOnlyList<JsonObject> Convert(JsonPlace document)
    {
        document.Report("this is a mapping in the JSON of WireMock itself (request and response in lower case)", "WireMock.Net's JSON: Request and Response, Path, Methods, StatusCode");
        return [];
    }
}
