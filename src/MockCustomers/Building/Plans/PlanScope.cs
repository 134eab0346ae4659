using MockCustomers.Contracts;
using MockCustomers.Customers;
using MockCustomers.Diagnostics;

namespace MockCustomers.Building.Plans;

/// <summary>What the compilers of a vendor's plans share.</summary>
/// <param name="SpecFile">For diagnostics about the spec.</param>
internal sealed record PlanScope(Population Population, string SpecFile, DiagnosticBag Diagnostics)
{
    /// <summary>The seed of a field's own stream.</summary>
    public ulong SeedOf(string path, string purpose) => StableHash.Of(Population.Seed, $"field:{path}:{purpose}");

    /// <summary>The name by which a stream is explained.</summary>
    public static string StreamOf(string path, string purpose) => $"field:{path}:{purpose}";

    public void ReportSpec(Schema? schema, string problem, string remedy) =>
        Diagnostics.Add(SpecFile, schema?.Pointer ?? "", problem, remedy);
}
