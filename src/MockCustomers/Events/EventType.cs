namespace MockCustomers.Events;

/// <summary>What events are about.</summary>
internal enum EventType
{
    /// <summary>A vendor answered a request.</summary>
    Request,

    /// <summary>A customer was created, changed, moved or deleted.</summary>
    Customer,

    /// <summary>The session's clock was moved, or its pace changed.</summary>
    Clock,

    /// <summary>A webhook was sent, or was to be sent.</summary>
    Webhook,
}
