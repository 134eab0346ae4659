using System.Text.Json;

namespace MockCustomers.Matching.JsonPaths;

/// <summary>Items from a place up to another one, as RFC 9535 (2.3.4) counts.</summary>
/// <param name="from">null for the first in the slice's direction.</param>
/// <param name="to">Not included; null for all.</param>
/// <param name="by">Negative to go backwards; 0 for nothing.</param>
internal sealed class SliceStep(int? from, int? to, int by) : IPathStep
{
    public bool IsDefinite => false;

    public IEnumerable<JsonElement> From(JsonElement node, PathWalk walk)
    {
        if (node.ValueKind != JsonValueKind.Array || by == 0) yield break;
        var length = node.GetArrayLength();
        var (least, most) = by > 0 ? (0, length) : (-1, length - 1);
        var first = Math.Clamp(Place(from, by > 0 ? 0 : length - 1), least, most);
        var last = Math.Clamp(Place(to, by > 0 ? length : -1), least, most);
        for (long index = first; by > 0 ? index < last : index > last; index += by) yield return node[(int)index];

        int Place(int? place, int otherwise) => place is null ? otherwise : place.Value < 0 ? place.Value + length : place.Value;
    }
}
