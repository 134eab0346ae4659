using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using MockCustomers.Exchange;

namespace MockCustomers.Server.Telemetry;

/// <summary>A request that somebody watches, from its arrival to the end of its reply.</summary>
/// <param name="activity">Its span; null when nobody wants one.</param>
/// <param name="instruments">null when nobody counts it.</param>
/// <param name="method">As the conventions know it.</param>
internal sealed class WatchedRequest(Activity? activity, Instruments? instruments, string vendor, string method, string scheme)
{
    private readonly long started = TimeProvider.System.GetTimestamp();
    private string? broken;

    /// <summary>Is told by the vendor what becomes of the request.</summary>
    public Trail Trail { get; } = new();

    /// <summary>The client was gone before it had its reply.</summary>
    public void Break(Exception gone) => broken = gone.GetType().FullName;

    /// <summary>The reply is sent, or its connection broken.</summary>
    public void End(IFeatureCollection context)
    {
        var status = context.GetRequiredFeature<IHttpResponseFeature>().StatusCode;
        var error = broken ?? Trail.Broken?.ToLowerInvariant() ?? (status >= 500 ? Number(status) : null);
        if (activity is { IsAllDataRequested: true }) SpanWriter.End(activity, Trail, method, status, error);
        activity?.Dispose();
        if (instruments is not null) Measure(instruments, status, error);
    }

    /// <summary>What tells requests under way apart.</summary>
    public static TagList ActiveTags(string vendor, string method, string scheme) => new()
    {
        { Attributes.Method, method },
        { Attributes.Scheme, scheme },
        { Attributes.Vendor, vendor },
    };

    private void Measure(Instruments counted, int status, string? error)
    {
        counted.ActiveRequests.Add(-1, ActiveTags(vendor, method, scheme));
        counted.RequestDuration.Record(TimeProvider.System.GetElapsedTime(started).TotalSeconds, DurationTags(status, error));
        if (Trail.Fault is { } fault) counted.Refusals.Add(1, Tags(Attributes.Refusal, fault.Kind.ToString()));
        if (Trail.Injected is not null) counted.FaultsStruck.Add(1, Tags(Attributes.ErrorType, error ?? Number(status)));
        if (Trail.Stub is not null) counted.StubsHit.Add(1, new TagList { { Attributes.Vendor, vendor } });
    }

    private TagList DurationTags(int status, string? error)
    {
        var tags = new TagList { { Attributes.Method, method }, { Attributes.Scheme, scheme }, { Attributes.Status, status } };
        if (Trail.Route is { } route) tags.Add(Attributes.Route, route);
        if (error is not null) tags.Add(Attributes.ErrorType, error);
        tags.Add(Attributes.Vendor, vendor);
        if (Trail.Operation is { } operation) tags.Add(Attributes.Operation, operation);
        return tags;
    }

    private TagList Tags(string name, string value)
    {
        var tags = new TagList { { Attributes.Vendor, vendor }, { name, value } };
        if (Trail.Operation is { } operation) tags.Add(Attributes.Operation, operation);
        return tags;
    }

    private static string Number(int status) => status.ToString(CultureInfo.InvariantCulture);
}
