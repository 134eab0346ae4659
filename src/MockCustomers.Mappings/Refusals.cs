namespace MockCustomers.Mappings;

/// <summary>What is said about what cannot be converted.</summary>
internal static class Refusals
{
    /// <summary>The remedy for what the sandbox can do and WireMock.Net cannot.</summary>
    public const string Stay = "the sandbox serves it as it is, in WireMock's JSON";
}
