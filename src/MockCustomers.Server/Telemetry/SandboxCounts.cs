using MockCustomers.Store;

namespace MockCustomers.Server.Telemetry;

/// <summary>Counts a running sandbox.</summary>
/// <param name="hosts">The listening vendors; none before all of them listen.</param>
internal sealed class SandboxCounts(Func<IReadOnlyList<VendorHost>> hosts) : ISandboxCounts
{
    public long Sessions => hosts() is [var first, ..] ? first.Sessions.Count : 0;

    public IEnumerable<StateCount> Customers => hosts().SelectMany(host => Of(host.Name, host.Customers));

    private static IEnumerable<StateCount> Of(string vendor, View view)
    {
        var counts = new StateCounts(view).At(view.Now);
        return view.Strata.All.Select(stratum => new StateCount(vendor, stratum.Kind.Name, stratum.State.Name, counts[stratum.Index]));
    }
}
