namespace MockCustomers.Plans;

/// <summary>What made one field of one customer.</summary>
/// <param name="Field">JSON Pointer into the customer.</param>
/// <param name="Value">The value as JSON; null when the field is absent.</param>
internal sealed record FieldOrigin(string Field, string? Value, PlanOrigin Origin);
