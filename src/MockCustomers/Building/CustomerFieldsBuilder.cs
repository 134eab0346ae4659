using MockCustomers.Customers;
using MockCustomers.Manifests;
using MockCustomers.Plans;
using MockCustomers.Queries;
using MockCustomers.Store;

namespace MockCustomers.Building;

/// <summary>Builds what is known of a vendor's customers without looking at them.</summary>
internal static class CustomerFieldsBuilder
{
    public static CustomerFields Build(CustomerManifest manifest, Renderer renderer)
    {
        var created = renderer.FactFields.Of("createdAt") is { IsAlways: true } always ? always : null;
        var strata = renderer.Population.Strata.All;
        var keys = manifest.Keys.Where(key => strata.Any(stratum => renderer.PlanOf(stratum).At(key) is not null));
        return new CustomerFields(manifest.Id.Field!, created?.Path, Resolution(created?.Form ?? FactForm.Plain), [.. keys], [.. strata.Select(Known)]);
    }

    private static long Resolution(FactForm form) => form switch
    {
        FactForm.UnixSeconds or FactForm.IsoSeconds => 1_000_000,
        FactForm.IsoMicroseconds => 1,
        _ => 1000,
    };

    private static Dictionary<string, string> Known(Stratum stratum)
    {
        var known = new Dictionary<string, string> { [CustomerFields.State] = stratum.State.Name };
        foreach (var field in stratum.Kind.FixedFields.Concat(stratum.State.FixedFields))
            if (field.Text is { } text) known[field.Path] = text;
        return known;
    }
}
