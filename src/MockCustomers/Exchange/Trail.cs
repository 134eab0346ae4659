namespace MockCustomers.Exchange;

/// <summary>What became of a request on its way through a vendor, for whoever watches requests; filled in when it is answered.</summary>
internal sealed class Trail
{
    /// <summary>The session's name; null when nobody answered.</summary>
    public string? Session { get; set; }

    /// <summary>The operation's id; null when none was found.</summary>
    public string? Operation { get; set; }

    /// <summary>The operation's path as served, with its parameters by name; null when none was found.</summary>
    public string? Route { get; set; }

    /// <summary>The customer whom the path names by its id; null when it names none.</summary>
    public string? Customer { get; set; }

    /// <summary>Why it was refused; null when it was not.</summary>
    public Fault? Fault { get; set; }

    /// <summary>The id of the user's fault that struck; null for none.</summary>
    public string? Injected { get; set; }

    /// <summary>How that fault breaks the connection; null when it does not.</summary>
    public string? Broken { get; set; }

    /// <summary>The id of the stub that answered; null when the vendor did.</summary>
    public string? Stub { get; set; }
}
