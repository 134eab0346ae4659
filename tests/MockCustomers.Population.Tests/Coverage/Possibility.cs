using System.Text.Json;

namespace MockCustomers.Population.Tests.Coverage;

/// <summary>Something that a customer's field can be.</summary>
/// <param name="Path">Dotted; [] for every item of a list.</param>
/// <param name="What">A value of its enum, or one of the constants here.</param>
internal sealed record Possibility(string Path, string What)
{
    public const string Null = "null";
    public const string Absent = "absent";

    /// <summary>Whether a customer shows it. A field is absent where the object is there that would hold it.</summary>
    public bool IsShownBy(JsonElement customer)
    {
        if (What != Absent)
            return Paths.At(customer, Path).Any(value => What == Null ? value.ValueKind == JsonValueKind.Null : value.ToString() == What && value.ValueKind != JsonValueKind.Null);
        var dot = Path.LastIndexOf('.');
        IEnumerable<JsonElement> holders = dot < 0 ? [customer] : Paths.At(customer, Path[..dot]);
        return holders.Any(holder => holder.ValueKind == JsonValueKind.Object && !holder.TryGetProperty(Path[(dot + 1)..], out _));
    }

    public override string ToString() => $"{Path}: {What}";
}
