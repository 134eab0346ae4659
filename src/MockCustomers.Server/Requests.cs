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
        var vendor = query.Text("vendor") is null ? null : query.Vendor(hosts).Vendor.Name;
        var journal = hosts.Count == 0 ? [] : hosts[0].Sessions.Default.Journal.Latest;
        var entries = journal.Where(entry => vendor is null || entry.Vendor == vendor).ToList();
        return (200, new JsonObject
        {
            ["requests"] = new JsonArray([.. entries.Take(limit).Select(Shown)]),
            ["meta"] = new JsonObject { ["total"] = entries.Count },
        });
    }

    private static JsonNode Shown(JournalEntry entry) => new JsonObject
    {
        ["id"] = string.Create(CultureInfo.InvariantCulture, $"{entry.Vendor}-{entry.Number}"),
        ["vendor"] = entry.Vendor,
        ["request"] = new JsonObject
        {
            ["method"] = entry.Method,
            ["url"] = entry.Target,
            ["loggedDate"] = entry.At.ToUnixTimeMilliseconds(),
            ["loggedDateString"] = entry.At.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        },
        ["responseDefinition"] = new JsonObject { ["status"] = entry.Status },
        ["operation"] = entry.Operation,
        ["fault"] = entry.Fault?.Kind.ToString(),
        ["elapsedMicroseconds"] = (long)entry.Elapsed.TotalMicroseconds,
    };
}
