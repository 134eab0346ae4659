using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using MockCustomers.Exchange;
using MockCustomers.Journal;

namespace MockCustomers.Server.Telemetry;

/// <summary>Writes what spans say of requests to vendors. Never a credential, a body, or a value of a query.</summary>
internal static class SpanWriter
{
    private const string Redacted = "REDACTED";

    /// <summary>What is known when a request comes.</summary>
    public static void Begin(Activity span, IHttpRequestFeature request, IFeatureCollection context, string vendor, string method)
    {
        span.SetTag(Attributes.Method, method);
        if (method == Methods.Other) span.SetTag(Attributes.OriginalMethod, request.Method);
        span.SetTag(Attributes.Path, request.Path);
        if (request.QueryString.Length > 1) span.SetTag(Attributes.Query, WithoutValues(request.QueryString));
        span.SetTag(Attributes.Scheme, request.Scheme);
        if (request.Protocol.Split('/') is [_, var version]) span.SetTag(Attributes.ProtocolVersion, version);
        Address(span, request, context.Get<IHttpConnectionFeature>());
        if (request.Headers.UserAgent.ToString() is { Length: > 0 } agent) span.SetTag(Attributes.UserAgent, agent);
        span.SetTag(Attributes.Vendor, vendor);
    }

    /// <summary>What became of it.</summary>
    /// <param name="error">What kind of failure it is to the server; null for none.</param>
    public static void End(Activity span, Trail trail, string method, int status, string? error)
    {
        if (trail.Route is { } route)
        {
            span.DisplayName = $"{Methods.SpanName(method)} {route}";
            span.SetTag(Attributes.Route, route);
        }

        span.SetTag(Attributes.Status, status);
        span.SetTag(Attributes.Session, trail.Session);
        span.SetTag(Attributes.Operation, trail.Operation);
        span.SetTag(Attributes.Customer, trail.Customer);
        span.SetTag(Attributes.Fault, trail.Injected);
        span.SetTag(Attributes.Stub, trail.Stub);
        if (trail.Fault is { } fault) span.AddEvent(Refused(fault));
        if (error is null) return;
        span.SetTag(Attributes.ErrorType, error);
        span.SetStatus(ActivityStatusCode.Error);
    }

    /// <summary>A query with the names of its parameters alone.</summary>
    private static string WithoutValues(string query) =>
        string.Join('&', query[1..].Split('&').Select(pair => pair.Split('=') is [var name, _, ..] ? $"{name}={Redacted}" : pair));

    private static void Address(Activity span, IHttpRequestFeature request, IHttpConnectionFeature? connection)
    {
        var host = new HostString(request.Headers.Host.ToString());
        if (host.HasValue) span.SetTag(Attributes.ServerAddress, host.Host);
        if ((host.Port ?? connection?.LocalPort) is { } port) span.SetTag(Attributes.ServerPort, port);
        if (connection?.RemoteIpAddress is { } client) span.SetTag(Attributes.ClientAddress, (client.IsIPv4MappedToIPv6 ? client.MapToIPv4() : client).ToString());
    }

    private static ActivityEvent Refused(Fault fault) => new("refused", tags: new ActivityTagsCollection
    {
        [Attributes.Refusal] = fault.Kind.ToString(),
        [Attributes.RefusalReason] = RefusalReason.WithoutValues(fault),
        [Attributes.RefusalPointers] = fault.Violations.Select(violation => violation.Pointer).ToArray(),
    });
}
