namespace MockCustomers.Server.Telemetry;

/// <summary>How many customers of a vendor are of a kind and in a state.</summary>
internal readonly record struct StateCount(string Vendor, string Kind, string State, long Count);
