using System.Text.Json.Nodes;
using MockCustomers.Customers;
using MockCustomers.Manifests;
using MockCustomers.Store;

namespace MockCustomers.Writes;

/// <summary>Tells which kind and state a customer's fields show: those whose constants the customer does not contradict.</summary>
internal sealed class StratumMatcher(CustomerManifest manifest, Strata strata)
{
    /// <summary>
    /// The stratum that a customer shows: the preferred one where it fits, else the first that does; else, in the same order, one whose
    /// plain constants it shows; else the preferred one.
    /// </summary>
    public Stratum Of(JsonObject customer, Stratum? preferred = null)
    {
        var all = preferred is null ? strata.All : [preferred, .. strata.All];
        return all.FirstOrDefault(s => Fits(customer, s)) ?? all.FirstOrDefault(s => Shows(customer, s)) ?? all[0];
    }

    /// <summary>Whether a customer shows the plain constants of a stratum: all that is known of its customers without a look at them.</summary>
    public bool Shows(JsonObject customer, Stratum stratum) => GroupsOf(stratum).All(group => Agrees(customer, group, set => set.Value.Json is JsonValue));

    /// <summary>The stratum of a kind that a body shows and a state that is given; null when the body shows no kind.</summary>
    public Stratum? Beginning(JsonObject body, string? state) => strata.All.FirstOrDefault(s =>
        (state is null || s.State.Name == state) && Agrees(body, manifest.Kinds.FirstOrDefault(k => k.Name == s.Kind.Name)));

    /// <summary>The fields that customers of a kind do not have.</summary>
    public IEnumerable<string> OmittedBy(Kind kind) => manifest.Kinds.FirstOrDefault(k => k.Name == kind.Name)?.Omit.Select(o => o.Key) ?? [];

    /// <summary>The stratum of the same kind in another state; null when there is none.</summary>
    public Stratum? Moved(Stratum stratum, string state) =>
        strata.All.FirstOrDefault(s => s.Kind == stratum.Kind && s.State.Name == state);

    private bool Fits(JsonObject customer, Stratum stratum) => GroupsOf(stratum).All(group => Agrees(customer, group));

    private IEnumerable<GroupManifest?> GroupsOf(Stratum stratum) =>
        [manifest.Kinds.FirstOrDefault(k => k.Name == stratum.Kind.Name), manifest.States.FirstOrDefault(s => s.Name == stratum.State.Name)];

    private static bool Agrees(JsonObject customer, GroupManifest? group) => Agrees(customer, group, set => !set.Value.IsMap);

    private static bool Agrees(JsonObject customer, GroupManifest? group, Func<ManifestEntry, bool> counts) =>
        group is null || group.Set.Where(counts).All(set => JsonNode.DeepEquals(JsonPath.At(customer, set.Key), set.Value.Json));
}
