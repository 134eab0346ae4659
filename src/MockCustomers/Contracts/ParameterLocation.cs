namespace MockCustomers.Contracts;

/// <summary>Where a parameter stands in a request.</summary>
public enum ParameterLocation
{
    Path,
    Query,
    Header,
    Cookie,
}
