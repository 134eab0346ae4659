using System.Text.Json.Nodes;
using MockCustomers.Contracts;

namespace MockCustomers.Writes;

/// <summary>What becomes of a customer that goes from one state to another: what the two states make of it, and all else as it was.</summary>
internal static class StateDifferences
{
    /// <summary>Carries over what two states of the same customer differ in.</summary>
    /// <param name="schema">The customer's.</param>
    public static void CarryOver(Draft from, Draft to, Draft draft, Schema schema)
    {
        foreach (var name in to.Names)
        {
            var after = to[name];
            if (from.Has(name) && from[name].SequenceEqual(after)) continue;
            if (from.At(name) is JsonObject before && to.At(name) is JsonObject then && draft.At(name) is JsonObject held)
            {
                CarryOver(before, then, held);
                draft.Set(name, held, schema.Property(name));
            }
            else
            {
                draft.Set(name, after);
            }
        }

        foreach (var name in from.Names)
            if (!to.Has(name)) draft.Remove(name);
    }

    private static void CarryOver(JsonObject from, JsonObject to, JsonObject fields)
    {
        foreach (var (name, value) in to)
        {
            if (from[name] is JsonObject before && value is JsonObject after && fields[name] is JsonObject held) CarryOver(before, after, held);
            else if (!JsonNode.DeepEquals(from[name], value) || !from.ContainsKey(name)) fields[name] = value?.DeepClone();
        }

        foreach (var (name, _) in from)
            if (!to.ContainsKey(name)) fields.Remove(name);
    }
}
