using MockCustomers.Mappings;

namespace MockCustomers.Cli.Conversion;

/// <summary>The dialects as users call them.</summary>
internal static class DialectNames
{
    private const string WireMock = "wiremock";
    private const string WireMockNet = "wiremock.net";

    /// <exception cref="FormatException">It is none of them.</exception>
    public static Dialect? Read(string text) => text switch
    {
        WireMock => Dialect.WireMock,
        WireMockNet => Dialect.WireMockNet,
        _ => throw new FormatException($"{WireMock} or {WireMockNet}"),
    };

    public static string Of(Dialect dialect) => dialect == Dialect.WireMock ? WireMock : WireMockNet;
}
