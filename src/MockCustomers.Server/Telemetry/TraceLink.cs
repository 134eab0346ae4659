using System.Diagnostics;

namespace MockCustomers.Server.Telemetry;

/// <summary>Where in a trace something began, as W3C's Trace Context writes it into headers.</summary>
/// <param name="Parent">The header traceparent.</param>
/// <param name="State">The header tracestate; null for none.</param>
internal sealed record TraceLink(string Parent, string? State)
{
    private const string PassingName = "passing";

    /// <summary>Where in a trace we are; null when we are in none.</summary>
    public static TraceLink? Current => Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? Of(activity) : null;

    /// <summary>The point as the runtime has it.</summary>
    public ActivityContext Context => ActivityContext.TryParse(Parent, State, isRemote: false, out var context) ? context : default;

    /// <summary>The headers that tell it.</summary>
    public IEnumerable<KeyValuePair<string, string>> Headers =>
        State is null ? [KeyValuePair.Create("traceparent", Parent)] : [KeyValuePair.Create("traceparent", Parent), KeyValuePair.Create("tracestate", State)];

    /// <summary>The point where a span is.</summary>
    public static TraceLink Of(Activity activity) =>
        // What is passing is no span of ours: whoever it goes to has the client's span as its parent.
        activity.OperationName == PassingName ? new TraceLink(activity.ParentId!, activity.TraceStateString) : new TraceLink(activity.Id!, activity.TraceStateString);

    /// <summary>Lets a trace go through that nobody here records, until it is disposed of; null where there is none.</summary>
    /// <param name="parent">Where the client is in it.</param>
    public static Activity? Pass(ActivityContext parent)
    {
        if (parent == default) return null;
        var activity = new Activity(PassingName).SetParentId(parent.TraceId, parent.SpanId, parent.TraceFlags);
        activity.TraceStateString = parent.TraceState;
        return activity.Start();
    }
}
