using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace MockCustomers.Server;

/// <summary>Tells when files of some folders have changed, once they have come to rest.</summary>
/// <remarks>
/// The framework's own watcher: with DOTNET_USE_POLLING_FILE_WATCHER=1 it looks every four seconds, for file systems that tell nobody,
/// such as many that are mounted into containers.
/// </remarks>
internal sealed class FolderWatch : IAsyncDisposable
{
    /// <summary>How long nothing may change before it is told: editors write a file in several steps.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(200);

    private readonly List<PhysicalFileProvider> providers;
    private readonly List<IDisposable> registrations;
    private readonly SemaphoreSlim changes = new(0);
    private readonly CancellationTokenSource stopping = new();
    private readonly Task watching;

    /// <param name="folders">One that is not there is not watched.</param>
    /// <param name="onChanged">Told, and waited for.</param>
    public FolderWatch(IEnumerable<string> folders, Func<CancellationToken, Task> onChanged)
    {
        providers = [.. folders.Where(Directory.Exists).Select(folder => new PhysicalFileProvider(Path.GetFullPath(folder)))];
        registrations = [.. providers.Select(provider => ChangeToken.OnChange(() => provider.Watch("**/*"), () => changes.Release()))];
        watching = Task.Run(() => WatchAsync(onChanged));
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await watching;
        foreach (var registration in registrations) registration.Dispose();
        foreach (var provider in providers) provider.Dispose();
        stopping.Dispose();
        changes.Dispose();
    }

    private async Task WatchAsync(Func<CancellationToken, Task> onChanged)
    {
        try
        {
            while (true)
            {
                await changes.WaitAsync(stopping.Token);
                while (await changes.WaitAsync(Rest, stopping.Token))
                {
                    // It has not come to rest.
                }

                await onChanged(stopping.Token);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Nobody wants to know any more.
        }
    }
}
