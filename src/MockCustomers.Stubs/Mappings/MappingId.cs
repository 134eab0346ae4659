using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace MockCustomers.Stubs.Mappings;

/// <summary>The ids of mappings.</summary>
internal static class MappingId
{
    private const string Key = "Guid";

    /// <summary>The id that a mapping has; null for none.</summary>
    public static Guid? Of(JsonObject mapping)
    {
        var value = mapping.FirstOrDefault(pair => pair.Key.Equals(Key, StringComparison.OrdinalIgnoreCase)).Value;
        return value is JsonValue text && text.TryGetValue(out string? written) && Guid.TryParse(written, out var id) && id != Guid.Empty ? id : null;
    }

    public static void Set(JsonObject mapping, Guid id) => AnyCase.Set(mapping, Key, id.ToString());

    /// <summary>The id of a mapping in a file that gives it none: the file's name where it is an id, else one made of it, the same at every start.</summary>
    /// <param name="index">Its place in an array; null for a file of one mapping.</param>
    public static Guid Made(string file, int? index)
    {
        if (index is null && Guid.TryParse(file, out var named)) return named;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{file}/{index}")));
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
