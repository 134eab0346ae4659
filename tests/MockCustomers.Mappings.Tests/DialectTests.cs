using System.Text.Json.Nodes;

namespace MockCustomers.Mappings.Tests;

/// <summary>Whose JSON it is, is told by its keys.</summary>
public sealed class DialectTests
{
    [Theory]
    [InlineData("""{"request": {"method": "GET", "urlPath": "/a"}, "response": {"status": 200}}""", "WireMock")]
    [InlineData("""{"mappings": [{"request": {}, "response": {}}]}""", "WireMock")]
    [InlineData("""{"mappings": []}""", "WireMock")]
    [InlineData("""[{"request": {"url": "/a"}}]""", "WireMock")]
    [InlineData("""{"response": {"headers": {"A": "b"}}}""", "WireMock")]
    [InlineData("""{"request": {"url": "/a", "headers": {"A": {"equalTo": "b"}}}}""", "WireMock")]
    [InlineData("""{"Request": {"Path": "/a"}, "Response": {"StatusCode": 200}}""", "WireMockNet")]
    [InlineData("""[{"Guid": "x", "Request": {"Path": "/a"}}]""", "WireMockNet")]
    [InlineData("""{"request": {"path": "/a", "methods": ["get"]}, "response": {"statusCode": 200}}""", "WireMockNet")]
    [InlineData("""{"request": {"url": "/a"}, "response": {"bodyAsJson": {}}}""", "WireMockNet")]
    [InlineData("""{"request": {"headers": [{"name": "A"}]}}""", "WireMockNet")]
    [InlineData("""{"request": {"url": {"matchers": []}}}""", "WireMockNet")]
    [InlineData("""{"guid": "x", "request": {}, "response": {}}""", "WireMockNet")]
    [InlineData("""{}""", "Unknown")]
    [InlineData("""[]""", "Unknown")]
    [InlineData("""5""", "Unknown")]
    [InlineData("""{"openapi": "3.1.0"}""", "Unknown")]
    public void A_dialect_is_told_by_its_keys(string json, string expected) => Dialects.Of(JsonNode.Parse(json)).ToString().ShouldBe(expected);
}
