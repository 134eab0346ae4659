using System.Text.Json.Nodes;
using MockCustomers.Customers;
using MockCustomers.Exchange;
using MockCustomers.Manifests;
using MockCustomers.Store;

namespace MockCustomers.Writes;

/// <summary>Tells which kind and state a customer's fields show: those whose constants the customer does not contradict.</summary>
internal sealed class StratumMatcher
{
    private readonly Dictionary<string, Constant[]> kinds;
    private readonly Dictionary<string, Constant[]> states;
    private readonly Dictionary<string, string[]> omitted;

    public StratumMatcher(CustomerManifest manifest)
    {
        kinds = manifest.Kinds.ToDictionary(kind => kind.Name, Constants);
        states = manifest.States.ToDictionary(state => state.Name, Constants);
        omitted = manifest.Kinds.ToDictionary(kind => kind.Name, string[] (kind) => [.. kind.Omit.Select(omit => omit.Key)]);
    }

    /// <summary>The stratum that a customer shows: the first that fits, else the first whose plain constants it shows, else the first of all.</summary>
    public Stratum Of(JsonObject customer, Strata strata) =>
        strata.All.FirstOrDefault(s => Agrees(customer, kinds, s.Kind.Name) && Agrees(customer, states, s.State.Name))
        ?? strata.All.FirstOrDefault(s => Shows(customer, s)) ?? strata.All[0];

    /// <summary>The stratum that a customer shows: the preferred one where it fits, else the first that does; else, in the same order, one whose plain constants it shows.</summary>
    public Stratum Of(Draft customer, Strata strata, Stratum preferred)
    {
        if (Fits(customer, preferred)) return preferred;
        foreach (var stratum in strata.All)
            if (Fits(customer, stratum)) return stratum;
        if (Shows(customer, preferred)) return preferred;
        foreach (var stratum in strata.All)
            if (Shows(customer, stratum)) return stratum;
        return preferred;
    }

    /// <summary>Whether a customer shows the plain constants of a stratum: all that is known of its customers without a look at them.</summary>
    public bool Shows(Draft customer, Stratum stratum) =>
        Agrees(customer, kinds, stratum.Kind.Name, plain: true) && Agrees(customer, states, stratum.State.Name, plain: true);

    /// <summary>Whether a customer shows the plain constants of a stratum.</summary>
    public bool Shows(JsonObject customer, Stratum stratum) =>
        Agrees(customer, kinds, stratum.Kind.Name, plain: true) && Agrees(customer, states, stratum.State.Name, plain: true);

    /// <summary>The stratum of a kind that a body shows and a state that is given; null when the body shows no kind.</summary>
    public Stratum? Beginning(JsonObject body, Strata strata, string? state)
    {
        foreach (var stratum in strata.All)
            if ((state is null || stratum.State.Name == state) && Agrees(body, kinds, stratum.Kind.Name)) return stratum;
        return null;
    }

    /// <summary>The fields that customers of a kind do not have: dotted paths.</summary>
    public IReadOnlyList<string> OmittedBy(Kind kind) => omitted.TryGetValue(kind.Name, out var paths) ? paths : [];

    private bool Fits(Draft customer, Stratum stratum) => Agrees(customer, kinds, stratum.Kind.Name) && Agrees(customer, states, stratum.State.Name);

    private static bool Agrees(Draft customer, Dictionary<string, Constant[]> groups, string name, bool plain = false)
    {
        foreach (var constant in groups.GetValueOrDefault(name, []))
            if ((!plain || constant.Value is JsonValue) && !customer[constant.Path].SequenceEqual(constant.Json) && !JsonNode.DeepEquals(customer.At(constant.Path), constant.Value)) return false;
        return true;
    }

    private static bool Agrees(JsonObject customer, Dictionary<string, Constant[]> groups, string name, bool plain = false)
    {
        foreach (var constant in groups.GetValueOrDefault(name, []))
            if ((!plain || constant.Value is JsonValue) && !JsonNode.DeepEquals(JsonPath.At(customer, constant.Path), constant.Value)) return false;
        return true;
    }

    private static Constant[] Constants(GroupManifest group) =>
        [.. group.Set.Where(set => !set.Value.IsMap).Select(set => new Constant(set.Key, set.Value.Json, PlainJson.Bytes(set.Value.Json)))];

    /// <summary>A value that the customers of a kind or state have.</summary>
    private sealed record Constant(string Path, JsonNode? Value, byte[] Json);
}
