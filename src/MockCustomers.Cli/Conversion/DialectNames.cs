using MockCustomers.Mappings;

namespace MockCustomers.Cli.Conversion;

/// <summary>The dialects as users call them.</summary>
internal static class DialectNames
{
    private const string WireMock = "wiremock";
    private const string WireMockNet = "wiremock.net";

    /// <exception cref="FormatException">It is none of them.</exception>
    public static Dialect Read(string text) => text switch
    {
        WireMock => Dialect.WireMock,
        WireMockNet => Dialect.WireMockNet,
        _ => throw new FormatException($"{WireMock} or {WireMockNet}"),
    };

    /// <summary>The name itself, when it is one of theirs. For the flag, whose value is no <see cref="Dialect"/>: each start would load the assembly that has it.</summary>
    /// <exception cref="FormatException">It is none of them.</exception>
    public static string Known(string text) => Of(Read(text));

    public static string Of(Dialect dialect) => dialect == Dialect.WireMock ? WireMock : WireMockNet;
}
