using MockCustomers.Diagnostics;
using MockCustomers.Fakes;
using MockCustomers.Vendors;

namespace MockCustomers.Server;

/// <summary>Reads vendors from folders: specs/NAME/vendor.yaml, the spec that it names, and fixtures/NAME/*.json.</summary>
internal static class SandboxFolder
{
    /// <summary>How many customers are judged: the first 50 show every kind, state and choice; that a fact is null is rarer.</summary>
    private const int CheckedCustomers = 1000;

    /// <summary>The names of all vendors of a folder, sorted: every folder with something in it whose name begins with neither _ nor a dot.</summary>
    public static IReadOnlyList<string> Names(string specs) => !Directory.Exists(specs) ? [] :
    [
        .. Directory.EnumerateDirectories(specs).Where(d => Directory.EnumerateFileSystemEntries(d).Any()).Select(d => Path.GetFileName(d)!)
            .Where(name => name[0] is not ('_' or '.')).Order(StringComparer.Ordinal),
    ];

    /// <summary>The names of all vendors that there are with some settings, sorted: the user's and the built-in ones.</summary>
    public static IReadOnlyList<string> Names(SandboxSettings settings) => [.. VendorPlace.All(settings).Select(place => place.Name)];

    /// <summary>The folders that are not read, because the user has a vendor of the same name.</summary>
    public static IReadOnlyList<string> Hidden(SandboxSettings settings) => [.. VendorPlace.All(settings).Select(place => place.Hides).OfType<string>()];

    /// <summary>Reads the vendors that the settings name, with each one's offset from the port base.</summary>
    /// <exception cref="InvalidSandboxException">Something is wrong with them; all of it is told.</exception>
    public static IReadOnlyList<(Vendor Vendor, int Offset)> Load(SandboxSettings settings) => [.. Read(settings).Select(loaded => (loaded.Vendor, loaded.Offset))];

    /// <summary>Reads the vendors that the settings name, in the order of their names.</summary>
    /// <exception cref="InvalidSandboxException">Something is wrong with them; all of it is told.</exception>
    internal static IReadOnlyList<LoadedVendor> Read(SandboxSettings settings)
    {
        var diagnostics = new DiagnosticBag();
        var places = VendorPlace.All(settings);
        var names = places.Select(place => place.Name).ToList();
        if (places.All(place => place.IsBuiltIn)) diagnostics.Add(settings.Specs, "", "there is no vendor here", "a folder of vendors: NAME/vendor.yaml and its spec");
        foreach (var unknown in settings.Vendors.Except(names))
            diagnostics.Add(settings.Specs, "", $"there is no vendor '{unknown}'", Nearest.Remedy(unknown, names));
        diagnostics.ThrowIfAny();

        // What is new to the runtime takes long: specs and countries are read on other threads while manifests are on this one.
        var countries = new SourceFiles();
        var ofCountries = new DiagnosticBag();
        var reading = Task.Run(() => CountryFolder.Read(VendorPlace.Countries(settings), countries, ofCountries));
        var folders = places.Select(place => new VendorFolder(place, IsServed(settings, place.Name))).ToList();
        foreach (var folder in folders) folder.ReadManifest();
        var offsets = Offsets(folders);
        var faker = new BogusFaker(reading.GetAwaiter().GetResult());
        diagnostics.Add(ofCountries);

        var served = folders.FindAll(folder => folder.IsServed);
        var options = settings.Options with { CacheMegabytes = settings.Options.CacheMegabytes / Math.Max(1, served.Count) };
        Task.WhenAll(served.Select(folder => Task.Run(() => folder.BuildAsync(options, faker)))).GetAwaiter().GetResult();
        foreach (var folder in served)
        {
            folder.Files.Add(countries);
            diagnostics.Add(folder.Diagnostics);
        }

        if (!diagnostics.IsEmpty)
            foreach (var folder in served) folder.Vendor?.Dispose();
        diagnostics.ThrowIfAny();
        return [.. served.Where(f => f.Vendor is not null).Select(f => new LoadedVendor(f.Vendor!, f.Source!, offsets[folders.IndexOf(f)], f.Files) { Specs = f.Specs })];
    }

    /// <summary>Reads the vendors as <see cref="Load"/> does, and judges by their specs what they serve: all customers of a small population, and every operation once, in memory.</summary>
    /// <param name="done">Told of each vendor that is judged; null for nobody.</param>
    /// <exception cref="InvalidSandboxException">Something is wrong with them; all of it is told.</exception>
    public static async Task<IReadOnlyList<CheckedVendor>> CheckAsync(SandboxSettings settings, Action? done = null)
    {
        var diagnostics = new DiagnosticBag();
        var served = new List<CheckedVendor>();
        foreach (var (vendor, source, _, _) in Read(settings with { Options = settings.Options with { Population = CheckedCustomers } }))
        {
            using (vendor)
                served.Add(new CheckedVendor(vendor.Name, vendor.Operations.Count, await source.CheckAsync(vendor, diagnostics)));
            done?.Invoke();
        }

        diagnostics.ThrowIfAny();
        return served;
    }

    /// <summary>A vendor that is not served only lends its port offset: what is wrong with it stops nobody.</summary>
    private static bool IsServed(SandboxSettings settings, string name) => settings.Vendors.Count == 0 || settings.Vendors.Contains(name);

    /// <summary>Each vendor's offset from the port base: its manifest's, else the first free one in the order of names. A built-in vendor makes way for the user's.</summary>
    private static int[] Offsets(List<VendorFolder> folders)
    {
        var taken = new Dictionary<int, string>();
        var offsets = new int[folders.Count];
        // Not ordered by a truth value: code for that would be compiled at each start (ADR 13).
        foreach (var folder in folders.Where(folder => !folder.Place.IsBuiltIn).Concat(folders.Where(folder => folder.Place.IsBuiltIn)))
        {
            if (folder.Source is not { Port: { } port } source) continue;
            if (taken.TryAdd(port, folder.Place.Name)) offsets[folders.IndexOf(folder)] = port;
            else if (!folder.Place.IsBuiltIn) source.Report($"port {port} is {taken[port]}'s", "port: an offset of its own, or none for the first free one");
        }

        for (var i = 0; i < offsets.Length; i++)
        {
            if (offsets[i] > 0) continue;
            offsets[i] = Enumerable.Range(1, 999).First(offset => !taken.ContainsKey(offset));
            taken.Add(offsets[i], "");
        }

        return offsets;
    }
}
