namespace MockCustomers.Contracts;

/// <summary>A parameter of an operation, those of its path item included.</summary>
/// <param name="Name">As in the spec; header names compare without case.</param>
/// <param name="Pointer">JSON Pointer of the parameter in the spec.</param>
internal sealed record Parameter(
    string Name, ParameterLocation In, bool Required, Schema Schema, string Pointer, SourceTag? Source);
