namespace MockCustomers.Sessions;

/// <summary>Something that belongs to a session and is kept by somebody else.</summary>
internal interface ISessionPart
{
    /// <summary>Begins anew, as the session does.</summary>
    void Reset();

    /// <summary>Ends, as the session is closed.</summary>
    void Close();
}
