namespace MockCustomers.Exchange;

/// <summary>The headers of a request; names compare without case.</summary>
internal interface IRequestHeaders
{
    /// <summary>The header's value, several joined with a comma; null when it was not sent.</summary>
    string? this[string name] { get; }

    /// <summary>All headers as they came, credentials included; of several of one name each.</summary>
    IEnumerable<KeyValuePair<string, string>> All { get; }

    /// <summary>All headers as they came, to be kept; the values of those that carry credentials or cookies are replaced.</summary>
    /// <param name="credential">A header that carries a credential, besides those that always do.</param>
    IReadOnlyList<KeyValuePair<string, string>> Without(string credential);
}
