using System.Text.Json.Nodes;

namespace MockCustomers.Vendors;

/// <summary>A file of documented example customers: a list of them, as the vendor's pages show them.</summary>
public sealed record Fixture(string File, JsonNode? Document);
