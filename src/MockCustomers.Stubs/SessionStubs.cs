using System.Text.Json.Nodes;
using MockCustomers.Sessions;
using MockCustomers.Stubs.Inside;
using MockCustomers.Stubs.Mappings;
using WireMock.Handlers;

namespace MockCustomers.Stubs;

/// <summary>What one session has of one vendor's stubs: its own, with those of files among them, and the states of its scenarios.</summary>
/// <param name="make">Makes a server with the stubs of files.</param>
/// <param name="onClosed">Told when the session is closed.</param>
internal sealed class SessionStubs(Func<IScenarioStateStore, InnerServer> make, Action onClosed) : ISessionPart
{
    private readonly Lock making = new();
    private volatile InnerServer? server;
    private HashSet<Guid> ofFiles = [];
    private bool isClosed;

    /// <summary>The states of the session's scenarios, of its own stubs and of those of files.</summary>
    public InMemoryScenarioStateStore Scenarios { get; } = new();

    /// <summary>null while the session has no stubs of its own.</summary>
    public InnerServer? Server => server;

    /// <summary>How many bytes of JSON were taken since there were no stubs.</summary>
    public long Bytes { get; set; }

    /// <summary>How many mappings in WireMock's JSON were added since there were no stubs: of two that are equal, the later one wins.</summary>
    public int Added { get; set; }

    /// <summary>Forgets how much was taken.</summary>
    public void Forget() => (Bytes, Added) = (0, 0);

    /// <summary>The session's own server, made when it is first needed; null when the session is closed.</summary>
    /// <param name="files">The stubs of files, which are among its own from then on.</param>
    public InnerServer? OwnServer(IReadOnlyList<JsonObject> files)
    {
        if (server is { } made) return made;
        lock (making)
        {
            if (server is not null || isClosed) return server;
            var fresh = make(Scenarios);
            Add(fresh, files);
            return server = fresh;
        }
    }

    /// <summary>Takes the stubs of files as they are now in place of those as they were; what the session has of its own stays.</summary>
    public void Use(IReadOnlyList<JsonObject> files)
    {
        lock (making)
        {
            if (server is not { } own) return;
            foreach (var id in ofFiles) own.Server.DeleteMapping(id);
            Add(own, files);
        }
    }

    public void Reset()
    {
        InnerServer? gone;
        lock (making)
        {
            (gone, server) = (server, null);
            Forget();
            Scenarios.Clear();
        }

        gone?.Dispose();
    }

    public void Close()
    {
        lock (making) isClosed = true;
        Reset();
        onClosed();
    }

    private void Add(InnerServer own, IReadOnlyList<JsonObject> files)
    {
        foreach (var mapping in files) own.Server.WithMapping(mapping.ToJsonString());
        ofFiles = [.. files.Select(mapping => MappingId.Of(mapping)!.Value)];
        own.Changed();
    }
}
