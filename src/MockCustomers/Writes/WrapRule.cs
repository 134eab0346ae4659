using System.Text.Json.Nodes;

namespace MockCustomers.Writes;

/// <summary>A list of a body whose items become objects: ["tier-2"] to [{"type": "tier-2", "status": "pending"}].</summary>
/// <param name="Property">The list.</param>
/// <param name="As">The property that holds the item.</param>
/// <param name="With">The other properties.</param>
internal sealed record WrapRule(string Property, string As, JsonObject With);
