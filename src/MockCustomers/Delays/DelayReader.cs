using MockCustomers.Diagnostics;

namespace MockCustomers.Delays;

/// <summary>Reads delays as users write them.</summary>
internal static class DelayReader
{
    private const string Right = """one of: "PT0.2S", {"uniform": ["PT0.1S", "PT1S"]}, {"logNormal": {"median": "PT0.2S", "sigma": 0.5}}""";
    private const double LargestSigma = 5;

    /// <param name="longest">No delay may be longer; one that is drawn is cut there.</param>
    /// <returns>null when it is none; that is then reported.</returns>
    public static Delay? Read(JsonPlace delay, TimeSpan longest)
    {
        if (!delay.IsObject) return delay.AsDuration(longest) is { } time ? new FixedDelay(time) : null;
        delay.Allow("uniform", "logNormal");
        var (uniform, logNormal) = (delay.Optional("uniform"), delay.Optional("logNormal"));
        if (uniform is null == logNormal is null)
        {
            delay.Expected(Right);
            return null;
        }

        return uniform is not null ? Uniform(uniform, longest) : LogNormal(logNormal!, longest);
    }

    private static UniformDelay? Uniform(JsonPlace uniform, TimeSpan longest)
    {
        if (uniform.Items() is not [var least, var most])
        {
            uniform.Expected("two durations, the shortest and the longest");
            return null;
        }

        if (least.AsDuration(longest) is not { } from || most.AsDuration(longest) is not { } to) return null;
        if (from <= to) return new UniformDelay(from, to);
        uniform.Expected("the shorter duration first");
        return null;
    }

    private static LogNormalDelay? LogNormal(JsonPlace logNormal, TimeSpan longest)
    {
        logNormal.Allow("median", "sigma");
        var median = logNormal.Duration("median", longest) ?? logNormal.Missing<TimeSpan?>("median", "a duration such as \"PT0.2S\"", null);
        var sigma = logNormal.Fraction("sigma", 0, LargestSigma) ?? logNormal.Missing<double?>("sigma", "a number such as 0.5", null);
        return median is null || sigma is null ? null : new LogNormalDelay(median.Value, sigma.Value, longest);
    }
}
