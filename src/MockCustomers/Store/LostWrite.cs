namespace MockCustomers.Store;

/// <summary>A customer that a client wrote and that fits a changed vendor no longer.</summary>
/// <param name="Id">The customer's id.</param>
/// <param name="Reason">Why it does not fit, for people.</param>
public sealed record LostWrite(string Id, string Reason);
