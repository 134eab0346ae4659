using System.Text.Json.Nodes;

namespace MockCustomers.Building;

/// <summary>A file of documented example customers: a list of them, as the vendor's pages show them.</summary>
internal sealed record Fixture(string File, JsonNode? Document);
