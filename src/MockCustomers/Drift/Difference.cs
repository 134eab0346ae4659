namespace MockCustomers.Drift;

/// <summary>What a reply has that the spec does not say, or lacks that the spec says.</summary>
/// <param name="Place">"status", "header/Content-Type", "body/items/*/email"; the items of a list are all called *.</param>
/// <param name="Expected">What the spec says.</param>
/// <param name="Seen">What the reply has: a status, a type, a value of an enum; never another value, as it may be a person's. Empty for nothing.</param>
internal sealed record Difference(string Place, string Expected, string Seen);
