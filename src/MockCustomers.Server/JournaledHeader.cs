namespace MockCustomers.Server;

/// <summary>What a journal keeps of a header: of credentials nothing, of cookies their names.</summary>
internal static class JournaledHeader
{
    private const string Hidden = "(redacted)";
    private const string CookieHeader = "Cookie";
    private static readonly string[] Secret = ["Authorization", "Proxy-Authorization"];

    /// <summary>Whether nothing of a value was kept.</summary>
    public static bool IsHidden(string shown) => shown.EndsWith(Hidden, StringComparison.Ordinal);

    /// <param name="credential">A header that carries a credential, besides those that always do.</param>
    public static string Shown(string name, string value, string credential)
    {
        if (name.Equals(CookieHeader, StringComparison.OrdinalIgnoreCase))
            return string.Join("; ", value.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(cookie => $"{cookie.Split('=', 2)[0].Trim()}={Hidden}"));
        return name.Equals(credential, StringComparison.OrdinalIgnoreCase) || IsSecret(name) ? Hidden : value;
    }

    private static bool IsSecret(string name)
    {
        foreach (var secret in Secret)
            if (name.Equals(secret, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
