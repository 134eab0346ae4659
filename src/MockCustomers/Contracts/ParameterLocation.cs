namespace MockCustomers.Contracts;

/// <summary>Where a parameter stands in a request.</summary>
internal enum ParameterLocation
{
    Path,
    Query,
    Header,
    Cookie,
}
