using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using WireMock.Admin.Mappings;

namespace MockCustomers.Stubs.Mappings;

/// <summary>Holds JSON against WireMock.Net's models: a key that none has would be passed over in silence, and a stub match more than it says.</summary>
internal static class ModelKeys
{
    private static readonly Dictionary<string, Type> Either = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(RequestModel.Path)] = typeof(PathModel),
        [nameof(RequestModel.Url)] = typeof(UrlModel),
        [nameof(RequestModel.ClientIP)] = typeof(ClientIPModel),
    };

    /// <summary>Reports what does not fit.</summary>
    public static void Check(JsonPlace place, Type model)
    {
        if (place.Json is not JsonObject json)
        {
            place.Expected($"an object with {string.Join(", ", Names(model))}");
            return;
        }

        foreach (var (key, value) in json)
        {
            var property = Array.Find(Properties(model), known => known.Name.Equals(key, StringComparison.OrdinalIgnoreCase));
            if (value is null) continue;
            var at = place.Optional(key)!;
            if (property is null) at.Report($"unknown key '{key}'", Nearest.Remedy(key, Names(model)));
            else CheckValue(at, property, model);
        }
    }

    private static void CheckValue(JsonPlace place, PropertyInfo property, Type model)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (model == typeof(RequestModel) && Either.TryGetValue(property.Name, out var other))
        {
            if (place.IsObject) Check(place, other);
            else if (place.AsText is null) place.Expected("a text, or an object with Matchers");
        }
        else if (IsModel(type))
        {
            Check(place, type);
        }
        else if (ItemOf(type) is { } item)
        {
            foreach (var one in place.Items())
            {
                if (IsModel(item)) Check(one, item);
                else if (item == typeof(string) && one.AsText is null) one.Expected("a text");
            }
        }
        else if (!Fits(place.Json!, type))
        {
            place.Expected(Right(type));
        }
    }

    private static bool Fits(JsonNode value, Type type)
    {
        var kind = value.GetValueKind();
        if (type == typeof(object)) return true;
        if (typeof(IDictionary).IsAssignableFrom(type) || type is { IsGenericType: true, Name: "IDictionary`2" or "Dictionary`2" }) return kind == JsonValueKind.Object;
        if (type == typeof(string)) return kind is not (JsonValueKind.Object or JsonValueKind.Array);
        if (type == typeof(bool)) return kind is JsonValueKind.True or JsonValueKind.False;
        if (type == typeof(int)) return value is JsonValue number && number.TryGetValue<int>(out _);
        if (type == typeof(double)) return kind == JsonValueKind.Number;
        if (type == typeof(Guid)) return kind == JsonValueKind.String && Guid.TryParse(value.GetValue<string>(), out _);
        if (type.IsEnum) return kind == JsonValueKind.String ? Enum.TryParse(type, value.GetValue<string>(), ignoreCase: true, out _) : kind == JsonValueKind.Number;
        return kind == JsonValueKind.String;
    }

    private static string Right(Type type) =>
        type == typeof(string) ? "a text" :
        type == typeof(bool) ? "true or false" :
        type == typeof(int) || type == typeof(double) ? "a number" :
        type == typeof(Guid) ? "a UUID" :
        type.IsEnum ? "one of: " + string.Join(", ", Enum.GetNames(type)) :
        type == typeof(DateTime) ? "a time such as \"2026-01-01T09:30:00Z\"" :
        type == typeof(byte[]) ? "bytes in base64" : "an object";

    private static bool IsModel(Type type) => type is { IsClass: true, Namespace: "WireMock.Admin.Mappings" or "WireMock.Admin.Settings" or "WireMock.Types" or "WireMock.Models" } && !typeof(IEnumerable).IsAssignableFrom(type);

    /// <summary>The type of an array's or a list's items; null for what is neither, and for bytes.</summary>
    private static Type? ItemOf(Type type)
    {
        if (type == typeof(byte[])) return null;
        return type.IsArray ? type.GetElementType() : type is { IsGenericType: true, Name: "IList`1" or "List`1" } ? type.GetGenericArguments()[0] : null;
    }

    private static PropertyInfo[] Properties(Type model) => model.GetProperties(BindingFlags.Public | BindingFlags.Instance);

    private static IReadOnlyList<string> Names(Type model) => [.. Properties(model).Select(property => property.Name)];
}
