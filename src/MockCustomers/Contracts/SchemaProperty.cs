namespace MockCustomers.Contracts;

/// <summary>A property that a schema names.</summary>
internal sealed record SchemaProperty(string Name, Schema Schema);
