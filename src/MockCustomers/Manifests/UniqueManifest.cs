namespace MockCustomers.Manifests;

/// <summary>A field whose value no two customers may have.</summary>
/// <param name="Field">A field or a body's property.</param>
/// <param name="States">The states in which a customer counts; empty for all. One in another state may have any value, and is not found by it.</param>
internal sealed record UniqueManifest(string Field, IReadOnlyList<string> States)
{
    public bool Counts(string state) => States.Count == 0 || States.Contains(state);
}
