namespace MockCustomers.Plans;

/// <summary>How a fact is written.</summary>
internal enum FactForm
{
    /// <summary>As suits the fact: text as text, a number as a number, an instant as IsoMilliseconds, a day as IsoDate.</summary>
    Plain,

    /// <summary>A number as a JSON string.</summary>
    Text,

    /// <summary>2024-09-01T15:00:00.000Z.</summary>
    IsoMilliseconds,

    /// <summary>2024-09-01T15:00:00.123456Z with trailing zeros dropped, and the point with them (RFC 3339, as Go writes it).</summary>
    IsoMicroseconds,

    /// <summary>2024-09-01T15:00:00Z.</summary>
    IsoSeconds,

    /// <summary>Whole seconds since 1970-01-01T00:00:00Z, as a number.</summary>
    UnixSeconds,

    /// <summary>1997-02-13.</summary>
    IsoDate,

    /// <summary>1997-2-13.</summary>
    UnpaddedDate,
}
