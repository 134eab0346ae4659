namespace MockCustomers.Contracts;

/// <summary>The JSON body that an operation takes.</summary>
/// <param name="MediaType">The first JSON media type that the spec names.</param>
public sealed record RequestBody(bool Required, string MediaType, Schema Schema, string Pointer);
