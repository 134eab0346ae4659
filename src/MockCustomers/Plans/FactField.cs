namespace MockCustomers.Plans;

/// <summary>A field that shows a fact.</summary>
/// <param name="Path">Dotted path.</param>
/// <param name="Form">How it writes the fact.</param>
/// <param name="IsAlways">Whether it shows nothing else in any customer; else it is one of several things that the field may show.</param>
internal sealed record FactField(string Path, FactForm Form, bool IsAlways);
