namespace MockCustomers.Contracts;

/// <summary>A property that a schema names.</summary>
public sealed record SchemaProperty(string Name, Schema Schema);
