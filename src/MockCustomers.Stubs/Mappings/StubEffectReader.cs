using MockCustomers.Delays;
using MockCustomers.Diagnostics;
using MockCustomers.Faults;

namespace MockCustomers.Stubs.Mappings;

/// <summary>Reads what a mapping carries of WireMock's response, under Data.WireMock.</summary>
internal static class StubEffectReader
{
    private const int Longest = 86_400_000;

    private static readonly Dictionary<string, TransportFault> Faults = new()
    {
        ["EMPTY_RESPONSE"] = TransportFault.Empty,
        ["MALFORMED_RESPONSE_CHUNK"] = TransportFault.Malformed,
        ["RANDOM_DATA_THEN_CLOSE"] = TransportFault.Garbage,
        ["CONNECTION_RESET_BY_PEER"] = TransportFault.Reset,
    };

    /// <returns>null when it does nothing to a response.</returns>
    public static StubEffect? Read(JsonPlace carried)
    {
        carried.Allow("priority", "scenarioName", "persistent", "metadata", "statusMessage", "fault", "fixedDelayMilliseconds", "delayDistribution", "chunkedDribbleDelay");
        var effect = new StubEffect(
            Reason(carried), carried.OneOf("fault", [.. Faults.Keys]) is { } fault ? Faults[fault] : null, Milliseconds(carried, "fixedDelayMilliseconds"), Delay(carried), Pieces(carried));
        return effect == StubEffect.None ? null : effect;
    }

    private static string? Reason(JsonPlace carried)
    {
        if (carried.Text("statusMessage") is not { } reason || !reason.AsSpan().ContainsAnyExceptInRange(' ', '~')) return carried.Text("statusMessage");
        carried.Optional("statusMessage")!.Expected("printable ASCII: it stands in the first line of a reply");
        return null;
    }

    private static StubDelay? Delay(JsonPlace carried)
    {
        if (carried.Optional("delayDistribution") is not { } place) return null;
        var median = place.Fraction("median", 0, Longest);
        if (place.OneOf("type", ["uniform", "lognormal"]) == "lognormal" && median is not null && place.Fraction("sigma", 0, 100) is { } sigma)
            return new StubDelay(new LogNormalDelay(TimeSpan.FromMilliseconds(median.Value), sigma, FaultEffect.LongestDelay), place.Fraction("maxValue", 0, Longest) is { } most ? TimeSpan.FromMilliseconds(most) : null);
        if (place.Number("lower", 0, Longest) is { } lower && place.Number("upper", lower, Longest) is { } upper) return new StubDelay(new UniformDelay(TimeSpan.FromMilliseconds(lower), TimeSpan.FromMilliseconds(upper)), null);
        place.Expected("""{"type": "uniform", "lower": 100, "upper": 200} or {"type": "lognormal", "median": 80, "sigma": 0.4}""");
        return null;
    }

    private static Dribble? Pieces(JsonPlace carried)
    {
        if (carried.Optional("chunkedDribbleDelay") is not { } place) return null;
        if (place.Number("numberOfChunks", 1, 1_000_000) is { } pieces && place.Number("totalDuration", 0, Longest) is { } time) return new Dribble((int)pieces, TimeSpan.FromMilliseconds(time));
        place.Expected("""{"numberOfChunks": 5, "totalDuration": 1000}""");
        return null;
    }

    private static TimeSpan Milliseconds(JsonPlace carried, string key) => TimeSpan.FromMilliseconds(carried.Number(key, 0, Longest) ?? 0);
}
