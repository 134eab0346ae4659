using MockCustomers.Contracts;
using MockCustomers.Diagnostics;
using MockCustomers.OpenApi;

namespace MockCustomers.Server;

/// <summary>The specs of a vendor's folder, those named openapi* read before the manifest says that they are wanted.</summary>
/// <remarks>What is wrong with a spec is told only when it is wanted. Start-up with and without reading ahead: docs/performance.md.</remarks>
internal sealed class SpecsAhead
{
    private readonly string folder;
    private readonly Dictionary<string, Task<Reading>> begun = [];

    /// <param name="begin">Whether anything is to be read ahead at all.</param>
    public SpecsAhead(string folder, bool begin)
    {
        this.folder = folder;
        if (!begin || !Directory.Exists(folder)) return;
        foreach (var file in Directory.EnumerateFiles(folder, "openapi*").Order(StringComparer.Ordinal))
            begun.Add(Path.GetFileName(file), Task.Run(() => Read(file)));
    }

    /// <summary>The spec of that name, which is there, and the bytes of which it was read.</summary>
    public async Task<(Contract? Contract, byte[] Content)> ReadAsync(string name, DiagnosticBag diagnostics)
    {
        var reading = begun.TryGetValue(name, out var ahead) ? await ahead : Read(Path.Combine(folder, name));
        diagnostics.Add(reading.Diagnostics);
        return (reading.Contract, reading.Content);
    }

    private static Reading Read(string file)
    {
        var diagnostics = new DiagnosticBag();
        var content = File.ReadAllBytes(file);
        return new Reading(ContractReader.Read(file, content, diagnostics), content, diagnostics);
    }

    private sealed record Reading(Contract? Contract, byte[] Content, DiagnosticBag Diagnostics);
}
