using MockCustomers.Delays;
using MockCustomers.Diagnostics;

namespace MockCustomers.Faults;

/// <summary>Reads faults as users write them in JSON or YAML, and reports all that is wrong with them.</summary>
/// <param name="vocabulary">The names that there are; null to take any.</param>
internal sealed class FaultReader(FaultVocabulary? vocabulary = null)
{
    /// <summary>A fault that would be right.</summary>
    public const string Example = """{"vendor": "acme", "operation": "createCustomer", "when": {"times": 2}, "reply": {"code": 503, "retryAfter": "PT1S"}}""";

    private const int LongestId = 64;
    internal static readonly TimeSpan LongestRetry = TimeSpan.FromDays(1);
    private static readonly string[] Choices = ["times", "every", "rate"];
    private static readonly string[] Effects = ["reply", "delay", "bytesPerSecond", "transport"];
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

    /// <summary>Reads one fault; whether it can be used is said by what was reported.</summary>
    public FaultRule Read(JsonPlace fault)
    {
        // What a book tells of its faults can be given to a book again: their counts are passed over.
        fault.Allow("id", "vendor", "operation", "session", "method", "path", "customer", "when", "reply", "delay", "bytesPerSecond", "transport", "matched", "hit");
        return new FaultRule(Match(fault), fault.Optional("when") is { } when ? Timing(when) : FaultTiming.Always, Effect(fault)) { Id = Id(fault) };
    }

    /// <summary>Reads a list of faults.</summary>
    public IReadOnlyList<FaultRule> ReadAll(JsonPlace list)
    {
        var rules = new List<FaultRule>();
        foreach (var item in list.Items())
        {
            var rule = Read(item);
            if (rule.Id is not null && rules.Exists(known => known.Id == rule.Id)) item.Report($"the id '{rule.Id}' is there twice", "an id of its own, or none");
            rules.Add(rule);
        }

        return rules;
    }

    private static string? Id(JsonPlace fault)
    {
        if (fault.Text("id") is not { } id) return null;
        if (id.Length <= LongestId && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')) return id;
        fault.Optional("id")!.Expected($"1 to {LongestId} letters, digits, dots, dashes and underscores");
        return null;
    }

    private FaultMatch Match(JsonPlace fault)
    {
        var vendor = vocabulary is null ? fault.Text("vendor") : fault.OneOf("vendor", vocabulary.Vendors);
        var operation = vocabulary is null ? fault.Text("operation") : fault.OneOf("operation", vocabulary.OperationsOf(vendor));
        var path = fault.Text("path");
        if (path is not null && path[0] is not ('/' or '*')) fault.Optional("path")!.Expected("a path such as \"/v1/customers/*\", from the first slash");
        return new FaultMatch(vendor, operation, fault.Text("session"), fault.OneOf("method", Methods), path, fault.Text("customer"));
    }

    private static FaultTiming Timing(JsonPlace when)
    {
        when.Allow("times", "every", "rate", "from", "until");
        var timing = new FaultTiming(when.Number("times", 1, long.MaxValue), when.Number("every", 1, long.MaxValue), when.Fraction("rate", 0, 1), when.Time("from"), when.Time("until"));
        var choices = Choices.Where(key => when.Optional(key) is not null).ToList();
        if (choices.Count > 1) when.Report($"{string.Join(" and ", choices)} exclude each other", "one of them, with or without from and until");
        if (timing is { From: { } from, Until: { } until } && until <= from) when.Optional("until")!.Expected("a time after 'from'");
        if (when.IsObject && choices.Count == 0 && when.Optional("from") is null && when.Optional("until") is null)
            when.Expected("""one of: {"times": 2}, {"every": 3}, {"rate": 0.1}, {"from": time, "until": time}; for every call leave 'when' out""");
        return timing;
    }

    private static FaultEffect Effect(JsonPlace fault)
    {
        int? code = null;
        TimeSpan? retryAfter = null;
        if (fault.Optional("reply") is { } reply)
        {
            reply.Allow("code", "retryAfter");
            code = (int?)reply.Number("code", 400, 599) ?? reply.Missing<int?>("code", "a status from 400 to 599", null);
            retryAfter = reply.Duration("retryAfter", LongestRetry);
        }

        var delay = fault.Optional("delay") is { } place ? DelayReader.Read(place, FaultEffect.LongestDelay) : null;
        var speed = (int?)fault.Number("bytesPerSecond", 1, int.MaxValue);
        var transport = fault.OneOf("transport", TransportNames.All) is { } name ? TransportNames.Of(name) : (TransportFault?)null;
        if (fault.IsObject && !Array.Exists(Effects, key => fault.Optional(key) is not null))
            fault.Report("nothing would go wrong", "reply, delay, bytesPerSecond or transport");
        if (fault.Optional("transport") is { } broken && (fault.Optional("reply") ?? fault.Optional("bytesPerSecond")) is not null)
            broken.Report("a connection that breaks has no reply", "transport with a delay at most, or reply and bytesPerSecond without transport");
        return new FaultEffect(code, retryAfter, delay, speed, transport);
    }
}
