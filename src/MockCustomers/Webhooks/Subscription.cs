using System.Text.Json.Nodes;

namespace MockCustomers.Webhooks;

/// <summary>Who wants to be told what of a vendor's customers.</summary>
internal sealed record Subscription
{
    /// <summary>In the form of the vendor's own.</summary>
    public required string Id { get; init; }

    public required string Vendor { get; init; }

    public required Uri Url { get; init; }

    /// <summary>What takes the webhooks in place of the network, inside the process; null for the network.</summary>
    public HttpMessageInvoker? Receiver { get; init; }

    /// <summary>By which it is known again when it is changed, also where another one has its id later.</summary>
    public object Identity { get; } = new();

    /// <summary>The events, as the vendor calls them; empty for all.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];

    /// <summary>The ids of the customers whose events it is about; empty for all.</summary>
    public IReadOnlyList<string> Customers { get; init; } = [];

    /// <summary>What its deliveries are signed with.</summary>
    public required string Secret { get; init; }

    /// <summary>Whether anything is sent.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>Whether signatures carry the time of the session's clock; else they carry the machine's, by which receivers judge their age.</summary>
    public bool IsSignedBySessionsClock { get; init; }

    /// <summary>Whether a client made it at the vendor's own endpoint; else a user of the sandbox did.</summary>
    public bool IsOfClient { get; init; }

    /// <summary>What a client's bodies said of it, the vendor's own properties.</summary>
    public JsonObject Sent { get; init; } = [];

    /// <summary>As Unix microseconds of the session's clock.</summary>
    public required long Created { get; init; }

    /// <summary>As Unix microseconds of the session's clock.</summary>
    public required long Updated { get; init; }

    /// <summary>Whether a message is for it.</summary>
    public bool Wants(WebhookMessage message) =>
        IsEnabled && (Events.Count == 0 || Events.Contains(message.Event)) && (Customers.Count == 0 || Customers.Contains(message.Customer));
}
