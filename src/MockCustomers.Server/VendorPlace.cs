namespace MockCustomers.Server;

/// <summary>Where one vendor's files are: in the user's folder where it has one of that name, else among the built-in ones.</summary>
/// <param name="IsBuiltIn">Whether it came with the sandbox, while the user has a folder of their own.</param>
/// <param name="Hides">The built-in folder of the same name that is not read; null for none.</param>
internal sealed record VendorPlace(string Name, string Specs, string Fixtures, bool IsBuiltIn, string? Hides)
{
    /// <summary>All vendors that there are, sorted by name.</summary>
    public static IReadOnlyList<VendorPlace> All(SandboxSettings settings)
    {
        var own = SandboxFolder.Names(settings.Specs);
        var builtIn = BuiltIn(settings) is { } files ? SandboxFolder.Names(files.Specs) : [];
        return [.. own.Union(builtIn).Order(StringComparer.Ordinal).Select(name => Of(name, settings, own.Contains(name), builtIn.Contains(name)))];
    }

    /// <summary>The folders of countries; of two files of one name that in the later folder counts.</summary>
    public static IReadOnlyList<string> Countries(SandboxSettings settings)
    {
        var own = Path.Combine(settings.Specs, "_countries");
        return BuiltIn(settings) is { } files ? [Path.Combine(files.Specs, "_countries"), own] : [own];
    }

    private static VendorPlace Of(string name, SandboxSettings settings, bool isOwn, bool isBuiltIn)
    {
        var fixtures = Path.Combine(settings.Fixtures, name);
        if (BuiltIn(settings) is not { } files) return new VendorPlace(name, Path.Combine(settings.Specs, name), fixtures, false, null);
        if (!Directory.Exists(fixtures)) fixtures = Path.Combine(files.Fixtures, name);
        var theirs = Path.Combine(files.Specs, name);
        return isOwn ? new VendorPlace(name, Path.Combine(settings.Specs, name), fixtures, false, isBuiltIn ? theirs : null) : new VendorPlace(name, theirs, fixtures, true, null);
    }

    /// <summary>The built-in files; null where there are none, or where the user's folder is theirs.</summary>
    private static VendorFiles? BuiltIn(SandboxSettings settings) =>
        settings.BuiltIn is { } files && Path.GetFullPath(files.Specs) != Path.GetFullPath(settings.Specs) ? files : null;
}
