namespace MockCustomers.Sessions;

/// <summary>What a user chooses about sessions.</summary>
public sealed record SessionOptions
{
    /// <summary>How many sessions there may be at once, the default one not counted; 0 allows none.</summary>
    public int Most { get; init; } = 10_000;

    /// <summary>How long a session that nobody uses is kept, unless it was made with another time.</summary>
    public TimeSpan TimeToLive { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How many exchanges the journal of each session keeps; 0 keeps none.</summary>
    public int Journal { get; init; } = 1000;

    /// <summary>How the clock of each session begins, unless it was made with another one.</summary>
    public ClockMode Clock { get; init; } = ClockMode.Frozen;
}
