namespace MockCustomers.Testing;

/// <summary>What an event is about.</summary>
public enum SandboxEventType
{
    /// <summary>A vendor answered a request.</summary>
    Request,

    /// <summary>A customer was created, changed, moved or deleted.</summary>
    Customer,

    /// <summary>The clock was moved, or its pace changed.</summary>
    Clock,

    /// <summary>A webhook was sent, or could not be.</summary>
    Webhook,

    /// <summary>Events that came before the next one are forgotten, as they were not taken in time.</summary>
    Lost,
}
