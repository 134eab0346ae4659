using System.Text.Json.Nodes;

namespace MockCustomers.Server.Stubbing;

/// <summary>A mapping that a session sees.</summary>
/// <param name="Net">In WireMock.Net's JSON.</param>
/// <param name="Written">As it was written in WireMock's JSON; null when it came in WireMock.Net's.</param>
internal sealed record SeenMapping(Guid Id, JsonObject Net, JsonObject? Written);
