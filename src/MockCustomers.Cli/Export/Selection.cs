using System.Globalization;
using MockCustomers.Customers;
using MockCustomers.Server;
using MockCustomers.Sessions;
using MockCustomers.Store;
using MockCustomers.Vendors;

namespace MockCustomers.Cli.Export;

/// <summary>Which customers are asked for.</summary>
/// <param name="From">The place of the first one among those of the kind and state, newest first, counted from 0.</param>
/// <param name="Count">null for all there are from there on.</param>
/// <param name="Kind">null for every kind.</param>
/// <param name="State">null for every state.</param>
internal sealed record Selection(long From, long? Count, string? Kind, string? State)
{
    /// <summary>Finds them. A population whose size nobody chose grows until it holds them.</summary>
    /// <param name="settings">With the one vendor.</param>
    /// <param name="grown">Told of the size that it grew to.</param>
    /// <returns>The vendor, which is the caller's to dispose, and its customers.</returns>
    /// <exception cref="FailureException">There are not as many.</exception>
    public (Vendor Vendor, Stretch Customers) Find(SandboxSettings settings, Action<long> grown)
    {
        var vendor = SandboxFolder.Load(settings)[0].Vendor;
        var view = vendor.Customers;
        var list = List(view);
        var needed = From + (Count ?? 0);
        if (needed > list.Count && settings.Options.Population is null && list.Count > 0)
        {
            var size = Holding(view, list, needed);
            grown(size);
            view = vendor.RendererFor(new PopulationChoice(null, size, null)).Beginning;
            list = List(view);
        }

        if (needed <= list.Count) return (vendor, new Stretch(view, list, From, Count ?? list.Count - From));
        vendor.Dispose();
        throw new FailureException(ExitCode.Usage, string.Create(
            CultureInfo.InvariantCulture, $"{needed} customers are asked for, but there are {list.Count}; a larger --population has more"));
    }

    private CustomerList List(View view)
    {
        var all = view.Population.Strata.All;
        Check("--kind", Kind, all.Select(s => s.Kind.Name));
        Check("--state", State, all.Select(s => s.State.Name));
        return view.List(s => (Kind is null || s.Kind.Name == Kind) && (State is null || s.State.Name == State));
    }

    private static void Check(string flag, string? name, IEnumerable<string> known)
    {
        if (name is not null && !known.Contains(name))
            throw new FailureException(ExitCode.Usage, $"{flag}: there is no '{name}'; one of: {string.Join(", ", known.Distinct())}");
    }

    /// <summary>A size of the population at which the list is at least so long. The documented examples take the last numbers.</summary>
    private static long Holding(View view, CustomerList list, long needed)
    {
        var last = list[needed - 1];
        var size = last.Number.Value + 1 + view.Examples;
        return size <= Population.Largest
            ? size
            : throw new FailureException(ExitCode.Usage, $"no population has that many; the largest has {Population.Largest}");
    }
}
