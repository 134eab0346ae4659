using MockCustomers.Diagnostics;

namespace MockCustomers.Testing;

/// <summary>Names that a vendor has or has not.</summary>
internal static class Names
{
    /// <summary>The name, when it is null or one of those that are known.</summary>
    /// <param name="what">What is named.</param>
    /// <param name="parameter">What the parameter of whoever asks is called; null for the same.</param>
    /// <exception cref="ArgumentException">It is another one.</exception>
    public static string? Known(string? name, IEnumerable<string> known, string what, string? parameter = null)
    {
        if (name is null) return null;
        var all = known.Distinct().Order(StringComparer.Ordinal).ToList();
        return all.Contains(name) ? name : throw new ArgumentException($"unknown {what} '{name}'; {Nearest.Remedy(name, all)}", parameter ?? what);
    }
}
