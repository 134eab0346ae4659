namespace MockCustomers.Contracts;

/// <summary>A security scheme in OpenAPI's own words.</summary>
/// <param name="Type">"apiKey" or "http" (others are read and not served).</param>
/// <param name="Scheme">For "http": "bearer" or "basic"; else null.</param>
/// <param name="In">For "apiKey": where the key stands; else null.</param>
/// <param name="ParameterName">For "apiKey": the header's name; else null.</param>
public sealed record SecurityScheme(string Name, string Type, string? Scheme, ParameterLocation? In, string? ParameterName);
