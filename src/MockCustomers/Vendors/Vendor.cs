using System.Collections.Concurrent;
using MockCustomers.Auth;
using MockCustomers.Contracts;
using MockCustomers.Limits;
using MockCustomers.Sessions;
using MockCustomers.Store;
using MockCustomers.Validation;
using MockCustomers.Webhooks;
using MockCustomers.Writes;

namespace MockCustomers.Vendors;

/// <summary>A vendor, checked and compiled: all that a <see cref="Pipeline"/> answers with. It never changes but for its successor; what else changes is in the sessions.</summary>
internal sealed class Vendor : ISessionVendor, IDisposable
{
    /// <summary>More renderers than that are not kept for further sessions.</summary>
    private const int MostRenderers = 32;

    private readonly ConcurrentDictionary<PopulationChoice, Renderer> renderers = new();

    /// <summary>The folder's name: the vendor's name everywhere.</summary>
    public required string Name { get; init; }

    /// <summary>The vendor's name for people.</summary>
    public required string Title { get; init; }

    public required Contract Contract { get; init; }

    public required SandboxOptions Options { get; init; }

    public required IAuthenticator Authenticator { get; init; }

    public required IReadOnlyList<string> Keys { get; init; }

    public required Renderer Renderer { get; init; }

    public ISessionVendor? Successor { get; set; }

    public Schema Customer => Carrier.Customer;

    public required WebhookRules? Webhooks { get; init; }

    /// <summary>The field of a customer's id.</summary>
    public string IdField => Carrier.IdField;

    /// <summary>The customers before any client wrote, at the sandbox's date.</summary>
    public View Customers => Renderer.Beginning;

    /// <summary>In the order of the spec.</summary>
    public required IReadOnlyList<ServedOperation> Operations { get; init; }

    /// <summary>The path before every operation's; empty when there is none.</summary>
    public required string BasePath { get; init; }

    /// <summary>The part of every path that clients have in their base address: the base path, and a version that the spec's own paths begin with; empty when there is none.</summary>
    public required string ClientPath { get; init; }

    /// <summary>Whether requests are counted by client, so that a host has to say who the client is.</summary>
    public bool CountsClients => Limiter is not null;

    internal required Router Router { get; init; }

    internal required ErrorTemplate Errors { get; init; }

    internal required Cors Cors { get; init; }

    /// <summary>null when there is no limit.</summary>
    internal required RateLimiter? Limiter { get; init; }

    /// <summary>null when replies carry none.</summary>
    internal required RequestIds? RequestIds { get; init; }

    /// <summary>How bodies are read.</summary>
    internal required BodyReading Bodies { get; init; }

    /// <summary>Carries over what clients wrote to this vendor as it was before.</summary>
    internal required Carrier Carrier { get; init; }

    /// <summary>Moves customers on.</summary>
    internal required Mover Mover { get; init; }

    /// <summary>Makes the customers of a session that chose its own.</summary>
    internal required Func<PopulationChoice, Renderer> RendererOf { get; init; }

    public Renderer RendererFor(PopulationChoice choice)
    {
        if (renderers.TryGetValue(choice, out var known)) return known;
        var renderer = RendererOf(choice);
        return renderers.Count < MostRenderers ? renderers.GetOrAdd(choice, renderer) : renderer;
    }

    public CustomerDocument Pass(Change change, CustomerHandle customer, long at) => Mover.Pass(change, customer, at);

    public Snapshot Carry(Snapshot written, ISessionVendor before, Renderer renderer, ICollection<LostWrite> lost) =>
        Carrier.Carry(written, before.Customer, renderer, lost);

    /// <summary>A request that makes what an operation needs to be there before it can answer its example; null where it needs nothing.</summary>
    public ServedOperation? Before(ServedOperation operation) =>
        operation.NeedsSubscription ? Operations.First(other => other.ActionName == "subscribe") : null;

    /// <summary>A request that an operation answers with success.</summary>
    /// <param name="view">The customers among whom it finds one; null for those before any client wrote.</param>
    public ExampleRequest Example(ServedOperation operation, View? view = null) => ExampleRequest.Of(view ?? Customers, operation);

    public void Dispose()
    {
        Renderer.Dispose();
        foreach (var renderer in renderers.Values) renderer.Dispose();
    }
}
