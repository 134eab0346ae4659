using MockCustomers.Exchange;
using MockCustomers.Journal;

namespace MockCustomers.Server.Control;

/// <summary>Which entries of the journal a query asks for.</summary>
internal static class EntryFilter
{
    /// <summary>The parameters that it reads.</summary>
    public static IReadOnlyList<string> Parameters { get; } = ["vendor", "operation", "method", "status", "customer", "fault", "unmatched", "refused", "since"];

    /// <exception cref="ControlException">A parameter cannot be what it is.</exception>
    public static Predicate<JournalEntry> Of(ControlQuery query, IReadOnlyList<VendorHost> hosts)
    {
        var conditions = new List<Predicate<JournalEntry>>();
        var vendor = query.Text("vendor") is null ? null : query.Vendor(hosts).Vendor;
        if (vendor is not null) conditions.Add(entry => entry.Vendor == vendor.Name);
        var operations = hosts.Select(host => host.Vendor).Where(known => vendor is null || known == vendor).SelectMany(known => known.Operations).Select(served => served.Operation.Id);
        if (query.OneOf("operation", operations) is { } operation) conditions.Add(entry => entry.Operation == operation);
        if (query.Text("method") is { } method) conditions.Add(entry => entry.Method.Equals(method, StringComparison.OrdinalIgnoreCase));
        if (query.Text("status") is not null) conditions.Add(Status(query));
        if (query.Text("customer") is { } customer) conditions.Add(entry => entry.Customer == customer);
        if (query.OneOf("fault", Enum.GetNames<FaultKind>()) is { } fault) conditions.Add(entry => entry.Fault?.Kind.ToString() == fault);
        if (query.OneOf("unmatched", ["true", "false"]) is { } unmatched) conditions.Add(entry => RequestsResource.IsUnmatched(entry) == (unmatched == "true"));
        if (query.OneOf("refused", ["true", "false"]) is { } refused) conditions.Add(entry => RefusalReason.IsRefused(entry) == (refused == "true"));
        if (query.Time("since") is { } time) conditions.Add(entry => entry.At >= time);
        return entry => conditions.TrueForAll(condition => condition(entry));
    }

    /// <summary>A status, or all of a class: 4xx.</summary>
    private static Predicate<JournalEntry> Status(ControlQuery query)
    {
        if (query.Text("status") is [>= '1' and <= '5' and var first, 'x', 'x']) return entry => entry.Status / 100 == first - '0';
        var status = query.Number("status", 100, 599, 0);
        return entry => entry.Status == status;
    }
}
