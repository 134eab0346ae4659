namespace MockCustomers.Sessions;

/// <summary>What a session that is asked for should be like.</summary>
/// <param name="Name">null for one that is made up.</param>
/// <param name="Population">null for the sandbox's own customers and date.</param>
/// <param name="TimeToLive">How long it is kept when nobody uses it; null for <see cref="SessionOptions.TimeToLive"/>.</param>
/// <param name="Pace">How its clock begins; null for <see cref="SessionOptions.Clock"/>.</param>
internal sealed record SessionChoice(string? Name = null, PopulationChoice? Population = null, TimeSpan? TimeToLive = null, ClockPace? Pace = null);
