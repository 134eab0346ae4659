using System.Text.Json.Nodes;

namespace MockCustomers.Testing;

/// <summary>A customer as it was when it was asked for.</summary>
/// <param name="Id">As the vendor's clients know it.</param>
/// <param name="Kind">The name of its kind in the vendor's manifest, such as individual.</param>
/// <param name="State">The name of its state in the vendor's manifest.</param>
/// <param name="Json">As it is served.</param>
public sealed record SandboxCustomer(string Id, string Kind, string State, JsonObject Json)
{
    /// <summary>Whether it is the same customer as it was then: id, kind, state and every field.</summary>
    public bool Equals(SandboxCustomer? other) =>
        other is not null && (Id, Kind, State) == (other.Id, other.Kind, other.State) && JsonNode.DeepEquals(Json, other.Json);

    public override int GetHashCode() => HashCode.Combine(Id, Kind, State);

    public override string ToString() => $"{Id} ({Kind}, {State})";
}
