namespace MockCustomers.Events;

/// <summary>What became of a customer.</summary>
internal enum CustomerChange
{
    Created,

    /// <summary>Other fields, the same state.</summary>
    Updated,

    /// <summary>Another state.</summary>
    Moved,

    /// <summary>Gone for good.</summary>
    Deleted,
}
