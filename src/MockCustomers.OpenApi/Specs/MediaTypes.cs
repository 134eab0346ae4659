namespace MockCustomers.OpenApi.Specs;

/// <summary>Picks the media type that the sandbox speaks: JSON.</summary>
internal static class MediaTypes
{
    private const string Json = "application/json";

    /// <summary>The first that is JSON or may be; null when none is.</summary>
    public static string? FirstJson(IEnumerable<string> types) => types.FirstOrDefault(IsJson);

    /// <summary>A range such as */* is served as plain JSON.</summary>
    public static string Served(string type) => type.Contains('*', StringComparison.Ordinal) ? Json : type;

    private static bool IsJson(string type)
    {
        var essence = type.Split(';')[0].Trim();
        return essence is "*/*" or "application/*"
            || essence.Equals(Json, StringComparison.OrdinalIgnoreCase)
            || essence.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
    }
}
