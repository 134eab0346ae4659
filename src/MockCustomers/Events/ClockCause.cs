namespace MockCustomers.Events;

/// <summary>Why a clock says something else.</summary>
internal enum ClockCause
{
    /// <summary>Somebody moved it, or changed its pace.</summary>
    Changed,

    /// <summary>The session began anew.</summary>
    Reset,

    /// <summary>The session went back to a checkpoint.</summary>
    Rollback,
}
