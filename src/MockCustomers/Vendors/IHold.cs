namespace MockCustomers.Vendors;

/// <summary>What keeps a vendor from being replaced while a request is answered.</summary>
internal interface IHold
{
    /// <summary>Holds: waits while the vendor is being replaced.</summary>
    ValueTask EnterAsync();

    /// <summary>Holds no longer.</summary>
    void Leave();
}
