using MockCustomers.Vendors;

namespace MockCustomers.Cli.Exchanges;

/// <summary>Every operation once, one after the other in one session: what is made first is there for those that need it, and what is deleted is deleted last.</summary>
/// <remarks>Whoever sends the same requests in the same order to a fresh session of a sandbox gets the same replies.</remarks>
internal static class OperationRound
{
    public static async Task<IReadOnlyList<RecordedExchange>> RecordAsync(RecordedVendor vendor)
    {
        var exchanges = new List<RecordedExchange>();
        var done = new HashSet<ServedOperation>();
        foreach (var operation in vendor.Vendor.Operations.OrderBy(served => served.Operation.Method == "DELETE"))
        {
            if (vendor.Vendor.Before(operation) is { } before && done.Add(before)) exchanges.Add(await vendor.AskAsync(before));
            if (done.Add(operation)) exchanges.Add(await vendor.AskAsync(operation));
        }

        return exchanges;
    }
}
