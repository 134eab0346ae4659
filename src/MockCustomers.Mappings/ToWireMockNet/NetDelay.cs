using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;

namespace MockCustomers.Mappings.ToWireMockNet;

/// <summary>How long a response is held back, in milliseconds. WireMock's fixed delay comes before the other one.</summary>
internal static class NetDelay
{
    private const string Fixed = "fixedDelayMilliseconds";
    private const string Random = "delayDistribution";
    private const string Dribble = "chunkedDribbleDelay";
    private const int Longest = 86_400_000;

    public static void Add(JsonObject net, JsonPlace response, Carried carried)
    {
        var wait = (int)(response.Number(Fixed, 0, Longest) ?? 0);
        if (response.Optional(Random) is { } random) AddRandom(net, response, random, wait, carried);
        else if (wait > 0) net["Delay"] = wait;
        if (response.Optional(Dribble) is not { } dribble) return;
        dribble.Allow("numberOfChunks", "totalDuration");
        if (dribble.Number("numberOfChunks", 1, 1_000_000) is null || dribble.Number("totalDuration", 0, Longest) is null) dribble.Expected("""{"numberOfChunks": 5, "totalDuration": 1000}""");
        carried.Do(dribble, Dribble);
    }

    private static void AddRandom(JsonObject net, JsonPlace response, JsonPlace random, int wait, Carried carried)
    {
        switch (random.OneOf("type", ["fixed", "uniform", "lognormal"]))
        {
            case "fixed":
                random.Allow("type", "milliseconds");
                net["Delay"] = wait + (random.Number("milliseconds", 0, Longest) ?? Wrong(random, """{"type": "fixed", "milliseconds": 100}"""));
                break;
            case "uniform":
                AddUniform(net, response, random, wait, carried);
                break;
            case "lognormal":
                random.Allow("type", "median", "sigma", "maxValue");
                if (random.Fraction("median", 0, Longest) is null || random.Fraction("sigma", 0, 100) is null) Wrong(random, """{"type": "lognormal", "median": 80, "sigma": 0.4}""");
                if (random.Fraction("maxValue", 0, Longest) is { } most && most < random.Fraction("median", 0, Longest)) Wrong(random, "a maxValue that is not below the median");
                Carry(response, random, wait, carried);
                break;
            default:
                random.Missing("type", "fixed, uniform or lognormal", 0);
                break;
        }
    }

    private static void Carry(JsonPlace response, JsonPlace random, int wait, Carried carried)
    {
        carried.Do(random, Random);
        if (wait > 0) carried.Do(response.Optional(Fixed)!, Fixed);
    }

    /// <remarks>What WireMock.Net draws is not the same in the next run: the sandbox draws for itself.</remarks>
    private static void AddUniform(JsonObject net, JsonPlace response, JsonPlace random, int wait, Carried carried)
    {
        random.Allow("type", "lower", "upper");
        if (random.Number("lower", 0, Longest) is not { } lower || random.Number("upper", 0, Longest) is not { } upper || upper < lower)
        {
            Wrong(random, """{"type": "uniform", "lower": 100, "upper": 200}""");
            return;
        }

        if (lower == upper)
        {
            net["Delay"] = wait + lower;
            return;
        }

        if (carried.IsDone)
        {
            Carry(response, random, wait, carried);
            return;
        }

        net["MinimumRandomDelay"] = wait + lower;
        net["MaximumRandomDelay"] = wait + upper;
    }

    private static long Wrong(JsonPlace place, string right)
    {
        place.Expected(right);
        return 0;
    }
}
