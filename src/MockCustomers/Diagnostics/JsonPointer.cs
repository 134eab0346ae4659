namespace MockCustomers.Diagnostics;

/// <summary>The text of JSON Pointers (RFC 6901).</summary>
internal static class JsonPointer
{
    /// <summary>The pointer to what a key leads to, from where another pointer leads.</summary>
    public static string Append(string pointer, string key) =>
        $"{pointer}/{key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    /// <summary>The keys that a pointer leads through, in their order; none for the empty one.</summary>
    public static string[] Keys(string pointer) => pointer.Length == 0 ? [] : [.. pointer[1..].Split('/').Select(Unescape)];

    /// <summary>The pointer to what holds it; the empty one holds itself.</summary>
    public static string Parent(string pointer) => pointer.Length == 0 ? "" : pointer[..pointer.LastIndexOf('/')];

    /// <summary>Whether it leads to the other place or to something inside of it.</summary>
    public static bool IsWithin(string pointer, string other) =>
        pointer.StartsWith(other, StringComparison.Ordinal) && (pointer.Length == other.Length || pointer[other.Length] == '/');

    private static string Unescape(string key) =>
        key.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
