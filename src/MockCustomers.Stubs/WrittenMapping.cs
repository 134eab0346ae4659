using System.Text.Json.Nodes;

namespace MockCustomers.Stubs;

/// <summary>A mapping as it was written in WireMock's JSON.</summary>
/// <param name="Sequence">How many were added before it.</param>
internal sealed record WrittenMapping(JsonObject Json, int Sequence);
