namespace MockCustomers.Exchange;

/// <summary>Which value counts when a query parameter is sent more than once.</summary>
internal enum DuplicateParameters
{
    First,
    Last,

    /// <summary>None: the request breaks the contract.</summary>
    Refuse,
}
