using MockCustomers.Exchange;
using MockCustomers.Manifests;

namespace MockCustomers.Building.Checks;

/// <summary>Where a vendor may break its own spec: in documented examples, which are served as they stand, and in fields that have a quirk.</summary>
internal sealed class ExcusedViolations(IReadOnlyList<QuirkManifest> quirks)
{
    private readonly List<Violation> documented = [];
    private readonly string[] odd = [.. quirks.Select(quirk => $"/{quirk.Field.Replace('.', '/')}/")];

    /// <summary>Excuses what a documented example breaks.</summary>
    /// <param name="violation">Its pointer is into the customer.</param>
    public void Add(Violation violation) => documented.Add(violation);

    /// <param name="violation">Its pointer is into a customer, or into a reply that holds customers.</param>
    public bool Contains(Violation violation) =>
        Array.Exists(odd, field => $"{violation.Pointer}/".Contains(field, StringComparison.Ordinal))
        || documented.Exists(known => violation.Pointer.EndsWith(known.Pointer, StringComparison.Ordinal) && violation with { Pointer = known.Pointer } == known);
}
