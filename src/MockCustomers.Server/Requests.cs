using System.Globalization;
using System.Text.Json.Nodes;
using MockCustomers.Exchange;
using MockCustomers.Journal;

namespace MockCustomers.Server;

/// <summary>The journals of all vendors as WireMock's clients read them: GET /__admin/requests.</summary>
internal static class Requests
{
    public static (int Status, JsonNode Body) Latest(IReadOnlyList<VendorHost> hosts, Request request)
    {
        var query = ControlQuery.Of(request);
        var limit = (int)query.Number("limit", 1, 10_000, 100);
        var told = query.Text("vendor") is null ? hosts : [query.Vendor(hosts)];
        var entries = told
            .SelectMany(host => host.Vendor.Journal.Latest.Select(entry => (host.Vendor.Name, Entry: entry)))
            .OrderByDescending(e => e.Entry.At)
            .Take(limit);
        var total = told.Sum(host => host.Vendor.Journal.Count);
        return (200, new JsonObject
        {
            ["requests"] = new JsonArray([.. entries.Select(e => Shown(e.Name, e.Entry))]),
            ["meta"] = new JsonObject { ["total"] = total },
        });
    }

    private static JsonNode Shown(string vendor, JournalEntry entry) => new JsonObject
    {
        ["id"] = string.Create(CultureInfo.InvariantCulture, $"{vendor}-{entry.Number}"),
        ["vendor"] = vendor,
        ["request"] = new JsonObject
        {
            ["method"] = entry.Method,
            ["url"] = entry.Target,
            ["loggedDate"] = entry.At.ToUnixTimeMilliseconds(),
            ["loggedDateString"] = entry.At.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        },
        ["responseDefinition"] = new JsonObject { ["status"] = entry.Status },
        ["operation"] = entry.Operation,
        ["fault"] = entry.Fault?.ToString(),
        ["elapsedMicroseconds"] = (long)entry.Elapsed.TotalMicroseconds,
    };
}
