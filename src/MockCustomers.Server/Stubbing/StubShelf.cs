using MockCustomers.Diagnostics;

namespace MockCustomers.Server.Stubbing;

/// <summary>The stubs of files: read and checked, until the vendors over which they are laid take them.</summary>
internal sealed class StubShelf : IDisposable
{
    private readonly SandboxSettings settings;
    private readonly Lazy<IStubEngine>? engine;
    private readonly Dictionary<string, string> served = [];
    private IReadOnlyDictionary<string, IStubFiles> read = new Dictionary<string, IStubFiles>();

    public StubShelf(SandboxSettings settings)
    {
        this.settings = settings;
        if (settings.StubEngine is { } make) engine = new Lazy<IStubEngine>(() => make(new StubOptions(settings.WebhookHosts, settings.OnUnexpected)));
    }

    /// <summary>Makes the stubs of a vendor that listens; null where this build has none.</summary>
    public Func<VendorHost, IVendorStubs>? Maker => engine is null ? null : host => engine.Value.Of(host);

    /// <summary>Reads the files.</summary>
    /// <exception cref="InvalidSandboxException">Something is wrong with them; all of it is told.</exception>
    public void Read()
    {
        if (settings.Stubs is not { } folder) return;
        var diagnostics = new DiagnosticBag();
        if (engine is null) diagnostics.Add(folder, "", "this build has no stubs", "the full build: dotnet tool install -g mockcustomers, or the image of Dockerfile");
        else read = engine.Value.Read(folder, SandboxFolder.Names(settings), diagnostics);
        if (diagnostics.IsEmpty) return;
        Dispose();
        read = new Dictionary<string, IStubFiles>();
        diagnostics.ThrowIfAny();
    }

    /// <summary>What was read for a vendor, for it to serve; null for none.</summary>
    public IStubFiles? Take(string vendor)
    {
        var files = read.GetValueOrDefault(vendor);
        served[vendor] = HashOf(files);
        return files;
    }

    /// <summary>Whether what was read for a vendor differs from what it serves.</summary>
    public bool HasChanged(string vendor) => served.GetValueOrDefault(vendor, "") != HashOf(read.GetValueOrDefault(vendor));

    /// <summary>Puts back what was read for a vendor that serves the same already.</summary>
    public void Leave(string vendor) => read.GetValueOrDefault(vendor)?.Dispose();

    /// <summary>Puts away what nobody took.</summary>
    public void Dispose()
    {
        foreach (var files in read.Values) files.Dispose();
    }

    private static string HashOf(IStubFiles? files) => files?.Hash ?? "";
}
