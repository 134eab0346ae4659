using System.Globalization;
using System.Text.Json.Nodes;
using MockCustomers.Journal;

namespace MockCustomers.Server.Control;

/// <summary>The journals of all vendors as WireMock's clients read them.</summary>
internal sealed class RequestsResource(Func<IReadOnlyList<VendorHost>> hosts) : IControlResource
{
    public IEnumerable<ControlRoute> Routes => [ControlRoute.Get("/__admin/requests", Latest)];

    private ControlAnswer Latest(ControlCall call)
    {
        var query = call.Query;
        var listening = hosts();
        var limit = (int)query.Number("limit", 1, 10_000, 100);
        var vendor = query.Text("vendor") is null ? null : query.Vendor(listening).Vendor.Name;
        var journal = listening.Count == 0 ? [] : query.Session(listening).Journal.Latest;
        var entries = journal.Where(entry => vendor is null || entry.Vendor == vendor).ToList();
        return ControlAnswer.Ok(new JsonObject
        {
            ["requests"] = new JsonArray([.. entries.Take(limit).Select(Shown)]),
            ["meta"] = new JsonObject { ["total"] = entries.Count },
        });
    }

    private static JsonNode Shown(JournalEntry entry) => new JsonObject
    {
        ["id"] = string.Create(CultureInfo.InvariantCulture, $"{entry.Vendor}-{entry.Number}"),
        ["vendor"] = entry.Vendor,
        ["session"] = entry.Session,
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
        ["reason"] = entry.Fault is { } fault ? RefusalReason.Of(fault) : null,
        ["detail"] = entry.Fault?.Detail,
        ["injected"] = entry.Injected,
        ["elapsedMicroseconds"] = (long)entry.Elapsed.TotalMicroseconds,
    };
}
