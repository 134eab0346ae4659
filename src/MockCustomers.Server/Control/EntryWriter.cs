using System.Text;
using System.Text.Json.Nodes;
using MockCustomers.Exchange;
using MockCustomers.Journal;
using MockCustomers.Validation;

namespace MockCustomers.Server.Control;

/// <summary>Writes the journal's entries in WireMock's shapes, with ours beside them.</summary>
internal sealed class EntryWriter(IReadOnlyList<VendorHost> hosts)
{
    /// <summary>An entry as GET /__admin/requests shows it: WireMock's serve event.</summary>
    public JsonObject Event(JournalEntry entry)
    {
        var shown = new JsonObject
        {
            ["id"] = EntryId.Of(entry).ToString(),
            ["request"] = Request(entry),
            ["responseDefinition"] = new JsonObject { ["status"] = entry.Status },
            ["wasMatched"] = !RequestsResource.IsUnmatched(entry),
        };
        AddOurs(shown, entry);
        return shown;
    }

    /// <summary>An entry as POST /__admin/requests/find shows it: WireMock's logged request.</summary>
    public JsonObject Logged(JournalEntry entry)
    {
        var shown = Request(entry);
        shown["id"] = EntryId.Of(entry).ToString();
        AddOurs(shown, entry);
        return shown;
    }

    private void AddOurs(JsonObject shown, JournalEntry entry)
    {
        shown["vendor"] = entry.Vendor;
        shown["session"] = entry.Session;
        shown["operation"] = entry.Operation;
        shown["customer"] = entry.Customer;
        if (entry.Stub is not null) shown["stub"] = entry.Stub;
        shown["status"] = entry.Status;
        shown["fault"] = entry.Fault?.Kind.ToString();
        shown["reason"] = RefusalReason.Of(entry);
        shown["violations"] = new JsonArray([.. RefusalDetail.Of(entry, HostOf(entry)?.Vendor.Authenticator.Header ?? "Authorization").Select(Violation)]);
        shown["detail"] = entry.Fault?.Detail;
        shown["injected"] = entry.Injected;
        shown["broken"] = entry.Broken;
        shown["sandboxTime"] = Timestamp.Shown(entry.SandboxTime);
        shown["elapsedMicroseconds"] = (long)entry.Elapsed.TotalMicroseconds;
    }

    private static JsonNode Violation(RefusalDetail detail) => new JsonObject
    {
        ["pointer"] = detail.Pointer,
        ["rule"] = detail.Rule,
        ["expected"] = detail.Expected,
        ["seen"] = detail.Seen,
    };

    private JsonObject Request(JournalEntry entry)
    {
        var host = entry.Headers.FirstOrDefault(header => header.Key.Equals("Host", StringComparison.OrdinalIgnoreCase)).Value;
        var queryAt = entry.Target.IndexOf('?', StringComparison.Ordinal);
        var query = queryAt < 0 ? [] : QueryString.Parse(entry.Target.AsSpan(queryAt + 1));
        return new JsonObject
        {
            ["url"] = entry.Target,
            ["absoluteUrl"] = (host is null ? HostOf(entry)?.Url : $"{SchemeOf(entry)}://{host}") + entry.Target,
            ["method"] = entry.Method,
            ["clientIp"] = entry.Client.Length > 0 ? entry.Client : null,
            ["headers"] = new JsonObject(entry.Headers.GroupBy(header => header.Key, StringComparer.OrdinalIgnoreCase).Select(group => KeyValuePair.Create(group.Key, OneOrMore([.. group.Select(header => header.Value)])))),
            ["queryParams"] = new JsonObject(query.GroupBy(pair => pair.Name).Select(group => KeyValuePair.Create(group.Key, (JsonNode?)new JsonObject
            {
                ["key"] = group.Key,
                ["values"] = new JsonArray([.. group.Select(pair => JsonValue.Create(pair.Value))]),
            }))),
            ["body"] = Encoding.UTF8.GetString(entry.Body.Span),
            ["bodyAsBase64"] = Convert.ToBase64String(entry.Body.Span),
            ["bodyTruncated"] = entry.IsBodyCut,
            ["loggedDate"] = entry.At.ToUnixTimeMilliseconds(),
            ["loggedDateString"] = Timestamp.Shown(entry.At),
        };
    }

    private static JsonNode? OneOrMore(string[] values) => values is [var only] ? JsonValue.Create(only) : new JsonArray([.. values.Select(value => JsonValue.Create(value))]);

    private string SchemeOf(JournalEntry entry) => HostOf(entry) is { } host ? new Uri(host.Url).Scheme : Uri.UriSchemeHttp;

    private VendorHost? HostOf(JournalEntry entry) => hosts.FirstOrDefault(host => host.Vendor.Name == entry.Vendor);
}
