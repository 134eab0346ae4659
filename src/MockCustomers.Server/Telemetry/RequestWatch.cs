using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace MockCustomers.Server.Telemetry;

/// <summary>Makes a span and measurements of each request to a vendor, as far as somebody wants them.</summary>
/// <remarks>
/// With nobody listening a request costs two looks at a field. A trace that a client began goes on all the same through requests that may change something, as
/// webhooks come of those: for that an activity is current, which nobody records.
/// </remarks>
/// <param name="vendor">Whose requests they are.</param>
/// <param name="hasAdmin">Whether /__admin is administration, of which nothing is told.</param>
internal sealed class RequestWatch(Signals signals, string vendor, bool hasAdmin)
{
    private const string Admin = "/__admin";
    private const string TraceParent = "traceparent";
    private const string TraceState = "tracestate";

    /// <summary>Begins to watch a request.</summary>
    /// <returns>null when there is nothing to tell of it.</returns>
    public WatchedRequest? Begin(IHttpRequestFeature request, IFeatureCollection context)
    {
        var (spans, instruments) = (signals.Spans, signals.Instruments);
        var isTold = spans.HasListeners() || instruments.CountRequests;
        var mayChange = !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method);
        if (!isTold && !(mayChange && request.Headers.ContainsKey(TraceParent))) return null;
        if (hasAdmin && new PathString(request.Path).StartsWithSegments(Admin)) return null;
        var parent = ParentOf(request.Headers);
        var method = Methods.Known(request.Method);
        var activity = spans.StartActivity(Methods.SpanName(method), ActivityKind.Server, parent) ?? (mayChange ? TraceLink.Pass(parent) : null);
        if (activity is { IsAllDataRequested: true }) SpanWriter.Begin(activity, request, context, vendor, method);
        if (!isTold) return new WatchedRequest(activity, null, vendor, method, request.Scheme);
        instruments.ActiveRequests.Add(1, WatchedRequest.ActiveTags(vendor, method, request.Scheme));
        return new WatchedRequest(activity, instruments, vendor, method, request.Scheme);
    }

    private static ActivityContext ParentOf(IHeaderDictionary headers) =>
        ActivityContext.TryParse(headers[TraceParent], headers[TraceState], isRemote: true, out var parent) ? parent : default;
}
