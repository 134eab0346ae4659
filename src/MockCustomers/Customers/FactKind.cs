namespace MockCustomers.Customers;

/// <summary>What a fact's value is, before a field puts it into a form.</summary>
internal enum FactKind
{
    Null,
    Text,
    Integer,
    Boolean,

    /// <summary>A point in time, as Unix microseconds.</summary>
    Instant,

    /// <summary>A day of the proleptic Gregorian calendar, as <see cref="DateOnly.DayNumber"/>.</summary>
    Day,

    /// <summary>JSON text, written as it stands.</summary>
    Json,

    /// <summary>Something that other facts are drawn from, such as a country; never served.</summary>
    Thing,
}
