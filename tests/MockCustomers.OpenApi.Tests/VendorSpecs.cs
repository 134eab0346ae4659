namespace MockCustomers.OpenApi.Tests;

/// <summary>The specs folder of this repository.</summary>
internal static class VendorSpecs
{
    /// <summary>A document that has a bit of everything, in JSON.</summary>
    public const string Sample = """
        {"openapi":"3.0.3","info":{"title":"Sample","version":"1"},"servers":[{"url":"https://api.example.com/{v}","variables":{"v":{"default":"v1"}}}],
        "security":[{"key":[]}],"paths":{"/customers/{id}":{"parameters":[{"$ref":"#/components/parameters/Id"}],"get":{"operationId":"get","x-source":{"tag":"seed","from":"page"},
        "parameters":[{"name":"expand","in":"query","schema":{"type":"array","items":{"type":"string","enum":["a","b",null]},"maxItems":3}}],
        "responses":{"200":{"description":"fine","headers":{"X-Total":{"schema":{"type":"integer"}}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Customer"},
        "examples":{"one":{"value":{"id":"1","name":null}}}}}},"default":{"description":"else"}}},"put":{"requestBody":{"required":true,"content":{"application/json":{"schema":
        {"allOf":[{"$ref":"#/components/schemas/Customer"},{"type":"object","required":["name"],"properties":{"age":{"type":"integer","minimum":0,"maximum":150}}}]}}}},
        "security":[],"responses":{"204":{"description":"done"}}}}},"components":{"securitySchemes":{"key":{"type":"apiKey","in":"header","name":"X-Key"}},
        "parameters":{"Id":{"name":"id","in":"path","required":true,"schema":{"type":"string","format":"uuid","pattern":"^[0-9a-f-]+$","minLength":1}}},
        "schemas":{"Customer":{"type":"object","required":["id"],"additionalProperties":false,"properties":{"id":{"type":"string"},"name":{"type":"string","nullable":true,"default":"x"},
        "parent":{"$ref":"#/components/schemas/Customer"},"contact":{"oneOf":[{"type":"string"},{"type":"object"}]}}}}}}
        """;

    /// <summary>Every vendor that has a spec.</summary>
    public static TheoryData<string> All() =>
        [.. Directory.GetDirectories(RepositoryFiles.Specs).Select(vendor => Path.GetFileName(vendor)).Where(vendor => File.Exists(FileOf(vendor))).Order()];

    public static byte[] Read(string vendor) => File.ReadAllBytes(FileOf(vendor));

    public static string FileOf(string vendor) => Path.Combine(RepositoryFiles.Specs, vendor, "openapi.json");
}
