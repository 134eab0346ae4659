namespace MockCustomers.Auth;

/// <summary>How strictly credentials are checked.</summary>
public enum AuthMode
{
    /// <summary>Only the manifest's sandbox keys work.</summary>
    Enforce,

    /// <summary>Any well-formed credential works.</summary>
    Any,

    /// <summary>Nothing is checked.</summary>
    Off,
}
