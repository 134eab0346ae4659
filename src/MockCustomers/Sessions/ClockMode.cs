namespace MockCustomers.Sessions;

/// <summary>How the clocks of sessions begin.</summary>
public enum ClockMode
{
    /// <summary>They stand still until somebody moves them or lets them run.</summary>
    Frozen,

    /// <summary>They run as the machine's clock does.</summary>
    Real,
}
