using System.Globalization;
using System.Text.Json.Nodes;
using MockCustomers.Delays;

namespace MockCustomers.Faults;

/// <summary>Writes faults as <see cref="FaultReader"/> reads them.</summary>
internal static class FaultWriter
{
    public static JsonObject Write(FaultState state)
    {
        var fault = Write(state.Rule);
        fault["id"] = state.Id;
        fault["matched"] = state.Matched;
        fault["hit"] = state.Hit;
        return fault;
    }

    public static JsonObject Write(FaultRule rule)
    {
        var ((vendor, operation, session, method, path, customer), when, what) = rule;
        var fault = new JsonObject();
        Add(fault, "id", rule.Id);
        Add(fault, "vendor", vendor);
        Add(fault, "operation", operation);
        Add(fault, "session", session);
        Add(fault, "method", method);
        Add(fault, "path", path);
        Add(fault, "customer", customer);
        if (when != FaultTiming.Always) fault["when"] = Timing(when);
        if (what.Code is not null)
        {
            var reply = new JsonObject { ["code"] = what.Code };
            Add(reply, "retryAfter", what.RetryAfter is { } time ? IsoDuration.Format(time) : null);
            fault["reply"] = reply;
        }

        Add(fault, "delay", what.Delay is null ? null : Delay(what.Delay));
        Add(fault, "bytesPerSecond", what.BytesPerSecond);
        Add(fault, "transport", what.Transport is { } transport ? TransportNames.Of(transport) : null);
        return fault;
    }

    private static JsonObject Timing(FaultTiming when)
    {
        var timing = new JsonObject();
        Add(timing, "times", when.Times);
        Add(timing, "every", when.Every);
        Add(timing, "rate", when.Rate);
        Add(timing, "from", Time(when.From));
        Add(timing, "until", Time(when.Until));
        return timing;
    }

    private static JsonNode Delay(Delay delay) => delay switch
    {
        FixedDelay same => IsoDuration.Format(same.Time),
        UniformDelay uniform => new JsonObject { ["uniform"] = new JsonArray(IsoDuration.Format(uniform.Shortest), IsoDuration.Format(uniform.Most)) },
        LogNormalDelay normal => new JsonObject { ["logNormal"] = new JsonObject { ["median"] = IsoDuration.Format(normal.Median), ["sigma"] = normal.Sigma } },
        _ => throw new ArgumentException($"unknown delay {delay}", nameof(delay)),
    };

    private static string? Time(long? microseconds) => microseconds is { } time
        ? DateTimeOffset.UnixEpoch.AddMicroseconds(time).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture)
        : null;

    private static void Add(JsonObject to, string key, JsonNode? value)
    {
        if (value is not null) to[key] = value;
    }
}
