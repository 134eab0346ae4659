namespace MockCustomers.Mappings;

/// <summary>Who is to serve what was converted.</summary>
internal enum Target
{
    /// <summary>Any WireMock.Net, in its default settings.</summary>
    WireMockNet,

    /// <summary>The sandbox, which does what <see cref="Carried"/> and <see cref="CarriedPattern"/> say, too.</summary>
    Sandbox,
}
