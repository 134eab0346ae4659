namespace MockCustomers.Server.Telemetry;

/// <summary>What can be counted of a sandbox at any moment, by arithmetic.</summary>
internal interface ISandboxCounts
{
    /// <summary>How many sessions are open, the default one among them.</summary>
    long Sessions { get; }

    /// <summary>How many customers the default session has, by vendor, kind and state.</summary>
    IEnumerable<StateCount> Customers { get; }
}
