using System.Text.Json;
using MockCustomers.Manifests;
using MockCustomers.Plans;
using MockCustomers.Queries;
using MockCustomers.Store;

namespace MockCustomers.Vendors;

/// <summary>Finds out what is known of a vendor's customers without looking at them.</summary>
internal static class CustomerFieldsOf
{
    public static CustomerFields Plans(CustomerManifest manifest, Renderer renderer)
    {
        var plan = renderer.PlanOf(renderer.Population.Strata.All[0]);
        var created = plan.PathOfFact("createdAt");
        var form = created is null ? FactForm.Plain : (plan.At(created) as FactNode)?.Form ?? FactForm.Plain;
        var keys = manifest.Keys.Where(key => renderer.Population.Strata.All.Any(stratum => renderer.PlanOf(stratum).At(key) is not null));
        return new CustomerFields(manifest.Id.Field!, created, Resolution(form), [.. keys], [.. renderer.Population.Strata.All.Select(stratum =>
        {
            var known = new Dictionary<string, string> { [CustomerFields.State] = stratum.State.Name };
            Add(manifest.Kinds.FirstOrDefault(k => k.Name == stratum.Kind.Name), known);
            Add(manifest.States.FirstOrDefault(s => s.Name == stratum.State.Name), known);
            return known;
        })]);
    }

    private static long Resolution(FactForm form) => form switch
    {
        FactForm.UnixSeconds or FactForm.IsoSeconds => 1_000_000,
        FactForm.IsoMicroseconds => 1,
        _ => 1000,
    };

    private static void Add(GroupManifest? group, Dictionary<string, string> known)
    {
        foreach (var (path, source) in group?.Set ?? [])
        {
            if (source.AsText is { } text) known[path] = text;
            else if (source.Json?.GetValueKind() is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False) known[path] = source.Json.ToJsonString();
        }
    }
}
