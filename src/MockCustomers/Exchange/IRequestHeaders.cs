namespace MockCustomers.Exchange;

/// <summary>The headers of a request; names compare without case.</summary>
public interface IRequestHeaders
{
    /// <summary>The header's value, several joined with a comma; null when it was not sent.</summary>
    string? this[string name] { get; }
}
