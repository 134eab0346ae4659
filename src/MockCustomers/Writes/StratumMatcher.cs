using System.Text.Json.Nodes;
using MockCustomers.Customers;
using MockCustomers.Store;

namespace MockCustomers.Writes;

/// <summary>Tells which kind and state a customer's fields show: those whose constants the customer does not contradict.</summary>
internal static class StratumMatcher
{
    /// <summary>The stratum that a customer shows: the first that fits, else the first whose simple constants it shows, else the first of all.</summary>
    public static Stratum Of(JsonObject customer, Strata strata) =>
        strata.All.FirstOrDefault(s => Agrees(customer, s.Kind.FixedFields) && Agrees(customer, s.State.FixedFields))
        ?? strata.All.FirstOrDefault(s => Shows(customer, s)) ?? strata.All[0];

    /// <summary>The stratum that a customer shows: the preferred one where it fits, else the first that does; else, in the same order, one whose simple constants it shows.</summary>
    public static Stratum Of(Draft customer, Strata strata, Stratum preferred)
    {
        if (Fits(customer, preferred)) return preferred;
        foreach (var stratum in strata.All)
            if (Fits(customer, stratum)) return stratum;
        if (Shows(customer, preferred)) return preferred;
        foreach (var stratum in strata.All)
            if (Shows(customer, stratum)) return stratum;
        return preferred;
    }

    /// <summary>Whether a customer shows the simple constants of a stratum: all that is known of its customers without a look at them.</summary>
    public static bool Shows(Draft customer, Stratum stratum) =>
        Agrees(customer, stratum.Kind.FixedFields, simple: true) && Agrees(customer, stratum.State.FixedFields, simple: true);

    /// <summary>Whether a customer shows the simple constants of a stratum.</summary>
    public static bool Shows(JsonObject customer, Stratum stratum) =>
        Agrees(customer, stratum.Kind.FixedFields, simple: true) && Agrees(customer, stratum.State.FixedFields, simple: true);

    /// <summary>The stratum of a kind that a body shows and a state that is given; null when the body shows no kind.</summary>
    public static Stratum? Beginning(JsonObject body, Strata strata, string? state)
    {
        foreach (var stratum in strata.All)
            if ((state is null || stratum.State.Name == state) && Agrees(body, stratum.Kind.FixedFields)) return stratum;
        return null;
    }

    private static bool Fits(Draft customer, Stratum stratum) => Agrees(customer, stratum.Kind.FixedFields) && Agrees(customer, stratum.State.FixedFields);

    private static bool Agrees(Draft customer, IReadOnlyList<FixedField> constants, bool simple = false)
    {
        foreach (var constant in constants)
            if ((!simple || constant.Value is JsonValue) && !customer[constant.Path].SequenceEqual(constant.Json) && !JsonNode.DeepEquals(customer.At(constant.Path), constant.Value)) return false;
        return true;
    }

    private static bool Agrees(JsonObject customer, IReadOnlyList<FixedField> constants, bool simple = false)
    {
        foreach (var constant in constants)
            if ((!simple || constant.Value is JsonValue) && !JsonNode.DeepEquals(FieldPath.At(customer, constant.Path), constant.Value)) return false;
        return true;
    }
}
