using MockCustomers.Diagnostics;
using MockCustomers.Server.Stubbing;

namespace MockCustomers.Server;

/// <summary>Reads the files of a running sandbox again, and serves them when all of them are good.</summary>
/// <remarks>Not before everything was read and checked does anything change; then one vendor after the other is replaced, without a connection being dropped.</remarks>
/// <param name="stubs">The stubs of files.</param>
/// <param name="sources">By vendor, the files that are served.</param>
internal sealed class Reload(SandboxServer sandbox, SandboxSettings settings, StubShelf stubs, Dictionary<string, SourceFiles> sources) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Reads and serves them. Several that are asked for at once happen one after the other.</summary>
    public async Task<ReloadReport> RunAsync(CancellationToken stop)
    {
        await turn.WaitAsync(stop);
        try
        {
            var loaded = SandboxFolder.Read(settings);
            try
            {
                stubs.Read();
            }
            catch
            {
                foreach (var unused in loaded) unused.Vendor.Dispose();
                throw;
            }

            return await ServeAsync(loaded, stop);
        }
        catch (InvalidSandboxException invalid)
        {
            return Failed(invalid.Diagnostics);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return Failed([new Diagnostic(settings.Specs, "", unreadable.Message, "files that can be read")]);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<ReloadReport> ServeAsync(IReadOnlyList<LoadedVendor> loaded, CancellationToken stop)
    {
        List<string> changed = [], added = [], removed = [], stubbed = [];
        var lost = new List<(string, string, Store.LostWrite)>();
        // A port may be somebody else's: nothing was changed then.
        foreach (var vendor in loaded.Where(vendor => !sources.ContainsKey(vendor.Vendor.Name)))
        {
            try
            {
                await sandbox.AddAsync(vendor, stop);
            }
            catch (PortInUseException inUse)
            {
                return Failed([new Diagnostic(Path.Combine(settings.Specs, vendor.Vendor.Name), "", inUse.Message, "a port offset of its own")]);
            }

            sources.Add(vendor.Vendor.Name, vendor.Files);
            added.Add(vendor.Vendor.Name);
        }

        foreach (var served in loaded)
        {
            var (vendor, _, _, files) = served;
            if (added.Contains(vendor.Name)) continue;
            if (sources[vendor.Name].AreThose(files))
            {
                vendor.Dispose();
                continue;
            }

            await sandbox.Host(vendor.Name).ReplaceAsync(sandbox.PipelineOf(vendor), served.Specs, lost);
            sources[vendor.Name] = files;
            changed.Add(vendor.Name);
        }

        foreach (var gone in sources.Keys.Except(loaded.Select(vendor => vendor.Vendor.Name)).ToList())
        {
            await sandbox.RemoveAsync(gone, stop);
            sources.Remove(gone);
            removed.Add(gone);
        }

        foreach (var vendor in sources.Keys.Except(added))
        {
            if (stubs.HasChanged(vendor))
            {
                sandbox.Host(vendor).UseStubs(stubs.Take(vendor));
                stubbed.Add(vendor);
            }
            else
            {
                stubs.Leave(vendor);
            }
        }

        return new ReloadReport { Stubs = stubbed, At = TimeProvider.System.GetUtcNow(), Changed = changed, Added = added, Removed = removed, Lost = lost };
    }

    private static ReloadReport Failed(IReadOnlyList<Diagnostic> diagnostics) => new() { At = TimeProvider.System.GetUtcNow(), Diagnostics = diagnostics };
}
