using System.Text.Json.Nodes;

namespace MockCustomers.Testing;

/// <summary>A customer as it was when it was asked for.</summary>
/// <param name="Id">As the vendor's clients know it.</param>
/// <param name="Kind">The name of its kind in the vendor's manifest, such as individual.</param>
/// <param name="State">The name of its state in the vendor's manifest.</param>
/// <param name="Json">As it is served.</param>
public sealed record SandboxCustomer(string Id, string Kind, string State, JsonObject Json)
{
    public override string ToString() => $"{Id} ({Kind}, {State})";
}
