using System.Text.Json.Nodes;
using MockCustomers.Customers;
using MockCustomers.Manifests;
using MockCustomers.Store;

namespace MockCustomers.Writes;

/// <summary>Tells which kind and state a customer's fields show: those whose constants the customer does not contradict.</summary>
internal sealed class StratumMatcher(CustomerManifest manifest, Strata strata)
{
    /// <summary>The stratum that a customer shows: the preferred one where it fits, else the first that does, else the preferred one.</summary>
    public Stratum Of(JsonObject customer, Stratum? preferred = null)
    {
        if (preferred is not null && Fits(customer, preferred)) return preferred;
        return strata.All.FirstOrDefault(s => Fits(customer, s)) ?? preferred ?? strata.All[0];
    }

    /// <summary>The stratum of a kind that a body shows and a state that is given; null when the body shows no kind.</summary>
    public Stratum? Beginning(JsonObject body, string? state) => strata.All.FirstOrDefault(s =>
        (state is null || s.State.Name == state) && Agrees(body, manifest.Kinds.FirstOrDefault(k => k.Name == s.Kind.Name)));

    /// <summary>The fields that customers of a kind do not have.</summary>
    public IEnumerable<string> OmittedBy(Kind kind) => manifest.Kinds.FirstOrDefault(k => k.Name == kind.Name)?.Omit.Select(o => o.Key) ?? [];

    /// <summary>The stratum of the same kind in another state; null when there is none.</summary>
    public Stratum? Moved(Stratum stratum, string state) =>
        strata.All.FirstOrDefault(s => s.Kind == stratum.Kind && s.State.Name == state);

    private bool Fits(JsonObject customer, Stratum stratum) =>
        Agrees(customer, manifest.Kinds.FirstOrDefault(k => k.Name == stratum.Kind.Name))
        && Agrees(customer, manifest.States.FirstOrDefault(s => s.Name == stratum.State.Name));

    private static bool Agrees(JsonObject customer, GroupManifest? group) =>
        group is null || group.Set.All(set => set.Value.IsMap || JsonNode.DeepEquals(JsonPath.At(customer, set.Key), set.Value.Json));
}
