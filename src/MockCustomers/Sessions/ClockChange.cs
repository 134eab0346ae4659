namespace MockCustomers.Sessions;

/// <summary>What somebody wants of a clock; what is null stays as it is.</summary>
internal sealed record ClockChange
{
    /// <summary>How far it goes forward, in microseconds; 0 and up.</summary>
    public long Advance { get; init; }

    /// <summary>The time to which it goes, as Unix microseconds; a clock that is past it stays where it is.</summary>
    public long? To { get; init; }

    public bool? IsFrozen { get; init; }

    /// <summary>Above 0, at most <see cref="ClockPace.Fastest"/>.</summary>
    public double? Rate { get; init; }
}
