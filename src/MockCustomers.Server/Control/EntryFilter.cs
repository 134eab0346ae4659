using System.Globalization;
using MockCustomers.Exchange;
using MockCustomers.Journal;

namespace MockCustomers.Server.Control;

/// <summary>Which entries of the journal a query asks for.</summary>
internal static class EntryFilter
{
    /// <summary>The parameters that it reads.</summary>
    public static IReadOnlyList<string> Parameters { get; } = ["vendor", "operation", "method", "status", "customer", "fault", "unmatched", "since"];

    /// <exception cref="ControlException">A parameter cannot be what it is.</exception>
    public static Predicate<JournalEntry> Of(ControlQuery query, IReadOnlyList<VendorHost> hosts)
    {
        var conditions = new List<Predicate<JournalEntry>>();
        var vendor = query.Text("vendor") is null ? null : query.Vendor(hosts).Vendor;
        if (vendor is not null) conditions.Add(entry => entry.Vendor == vendor.Name);
        var operations = hosts.Select(host => host.Vendor).Where(known => vendor is null || known == vendor).SelectMany(known => known.Operations).Select(served => served.Operation.Id);
        if (query.OneOf("operation", operations) is { } operation) conditions.Add(entry => entry.Operation == operation);
        if (query.Text("method") is { } method) conditions.Add(entry => entry.Method.Equals(method, StringComparison.OrdinalIgnoreCase));
        if (query.Number("status", 100, 599, 0) is > 0 and var status) conditions.Add(entry => entry.Status == status);
        if (query.Text("customer") is { } customer) conditions.Add(entry => entry.Customer == customer);
        if (query.OneOf("fault", Enum.GetNames<FaultKind>()) is { } fault) conditions.Add(entry => entry.Fault?.Kind.ToString() == fault);
        if (query.OneOf("unmatched", ["true", "false"]) is { } unmatched) conditions.Add(entry => RequestsResource.IsUnmatched(entry) == (unmatched == "true"));
        if (query.Text("since") is { } since && Time(since) is var time) conditions.Add(entry => entry.At >= time);
        return entry => conditions.TrueForAll(condition => condition(entry));
    }

    private static DateTimeOffset Time(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw new ControlException(400, $"the parameter 'since' cannot be '{text}'; a time of the machine's clock such as 2026-01-01T09:30:00Z");
}
