using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using MockCustomers.Exchange;
using MockCustomers.Server;
using MockCustomers.Server.Control;
using MockCustomers.Server.Stubbing;
using MockCustomers.Sessions;
using MockCustomers.Stubs.Admin;
using MockCustomers.Stubs.Inside;
using MockCustomers.Stubs.Mappings;
using MockCustomers.Vendors;
using WireMock;
using WireMock.Handlers;

namespace MockCustomers.Stubs;

/// <summary>One vendor's stubs: those of files, which all sessions share, and those of each session.</summary>
/// <param name="onTrouble">Told what stubs failed at beside a reply.</param>
internal sealed class VendorStubs(VendorHost host, OutgoingHosts hosts, Action<string> onTrouble) : IVendorStubs
{
    private readonly ConcurrentDictionary<Session, SessionStubs> parts = new();
    private readonly Lock making = new();
    private volatile StubFolder? files;
    private volatile InnerServer? shared;

    public VendorHost Host => host;

    /// <summary>The stubs of files; null for none.</summary>
    public StubFolder? Files => files;

    /// <summary>What a mapping may not do.</summary>
    public MappingRules Rules => new(hosts, new FilesFolder(files?.Files));

    /// <summary>Reads and checks mappings.</summary>
    public MappingReader Reader => new(Rules);

    /// <summary>What was written in WireMock's JSON, by the mapping that it became.</summary>
    public ConditionalWeakTable<IMapping, JsonObject> Written { get; } = [];

    /// <summary>Where stubs may call.</summary>
    public OutgoingHosts Hosts => hosts;

    public bool CouldMatch(VendorExchange exchange) => SeenBy(exchange.Session.Session)?.CouldMatch(exchange.Request.Path) == true;

    public async ValueTask<Reply?> AnswerAsync(VendorExchange exchange)
    {
        var session = exchange.Session.Session;
        if (SeenBy(session) is not { } server) return null;
        // To a proxy for everything a path that begins with two slashes would name another host.
        if (server.ProxiesAll && exchange.Request.Target.StartsWith("//", StringComparison.Ordinal)) return null;
        var part = PartOf(session);
        var call = new StubCall(exchange, part.Scenarios);
        try
        {
            var asked = server.AnswerAsync(exchange.Request, call);
            var reply = asked.IsCompleted ? await asked : await asked.AsTask().WaitAsync(host.Stopping);
            if (call.Matched is null)
            {
                if (call.Failure is { } failure) onTrouble(failure);
                return null;
            }

            exchange.Stub = call.Matched.ToString();
            return StubReply.Of(reply, call, exchange.Request) is var answer && call.Failure is null ? part.Affected(server, call.Matched.Value, session.Seed, answer) : answer;
        }
        catch (OperationCanceledException) when (host.Stopping.IsCancellationRequested)
        {
            return StubReply.Stopped(exchange.Request);
        }
        catch (ObjectDisposedException) when (server.IsGone)
        {
            // The session was closed, or its stubs were reset, while it was asked: there is no stub any more.
            return null;
        }
    }

    public ValueTask<Reply> AdministerAsync(Request request, Session session) => new AdminCall(this, session, request).AnswerAsync();

    public ISessionMappings MappingsOf(Session session) => new SessionMappings(this, session);

    public void Use(IStubFiles? changed)
    {
        lock (making)
        {
            files = (StubFolder?)changed;
            var before = shared;
            shared = files?.Take();
            foreach (var part in parts.Values) part.Use(files?.Mappings ?? []);
            before?.Dispose();
        }
    }

    /// <summary>The server of a session's own stubs, made when it is first needed.</summary>
    /// <exception cref="ControlException">There are as many as there may be.</exception>
    public InnerServer ServerOf(Session session)
    {
        var part = PartOf(session);
        if (part.Server is { } made) return made;
        if (session.Name != SessionBook.DefaultName && parts.Count(known => known.Value.Server is not null && known.Key.Name != SessionBook.DefaultName) >= MappingLimits.MostSessions)
            throw new ControlException(429, $"{MappingLimits.MostSessions} sessions have stubs of their own over {host.Name}, which is as many as there may be; close one");
        lock (making) return part.OwnServer(files?.Mappings ?? []) ?? throw new ControlException(409, $"the session '{session.Name}' was closed meanwhile");
    }

    /// <summary>The server of the stubs that a session sees; null for none.</summary>
    public InnerServer? SeenBy(Session session) => parts.GetValueOrDefault(session)?.Server ?? shared;

    /// <summary>What a session has of its own.</summary>
    public SessionStubs PartOf(Session session)
    {
        if (parts.TryGetValue(session, out var known)) return known;
        var made = new SessionStubs(Made, () => parts.TryRemove(session, out _));
        var part = parts.GetOrAdd(session, made);
        if (part == made) session.Add(part);
        return part;
    }

    public void Dispose()
    {
        shared?.Dispose();
        foreach (var part in parts.Values) part.Close();
    }

    private InnerServer Made(IScenarioStateStore scenarios) => new(UrlOf(host), scenarios, files?.Files, hosts, onTrouble);

    /// <summary>The vendor's url; before it listens, one that stands for it.</summary>
    private static string UrlOf(VendorHost host) => host.IsListening ? host.Url : "http://127.0.0.1:1";
}
