namespace MockCustomers.Plans;

/// <summary>What made a value.</summary>
/// <param name="Text">For people: "fact email", "constant", "one of 3".</param>
/// <param name="Where">file#pointer of the manifest's or spec's line.</param>
/// <param name="Stream">The seed stream it draws from; null when nothing is drawn.</param>
internal sealed record PlanOrigin(string Text, string Where, string? Stream = null);
