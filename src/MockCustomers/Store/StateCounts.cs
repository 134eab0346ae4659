using MockCustomers.Lifecycles;

namespace MockCustomers.Store;

/// <summary>How many customers are, were or will be in which state: the population by arithmetic, and those that are kept one by one.</summary>
/// <remarks>Of those that were deleted nothing is told, and at the sandbox's date and before it everybody of the population is as at that date.</remarks>
/// <param name="view">Whose customers they are, as they are known at its moment.</param>
internal sealed class StateCounts(View view)
{
    private readonly List<CustomerDocument> documents = [.. view.Snapshot.ById.Values];

    /// <summary>How many customers of each stratum there are at a time, by the strata's indexes.</summary>
    /// <param name="at">Unix microseconds.</param>
    public long[] At(long at)
    {
        var strata = view.Renderer.Strata.At(at);
        var counts = new long[strata.All.Count];
        foreach (var stratum in strata.All) counts[stratum.Index] = strata.Select(1UL << stratum.Index).CountBelow(view.Renderer.Generated);
        foreach (var document in documents)
        {
            if (document.Number.IsOfPopulation) counts[strata.Of(document.Number.Value).Index]--;
            if (!document.IsGone && StateAt(document.At(at), at) is { } state && strata.Find(document.Stratum with { State = state }) is { } stratum) counts[stratum.Index]++;
        }

        return counts;
    }

    /// <summary>The state of a document at a time; null where it was not there yet.</summary>
    private string? StateAt(CustomerDocument document, long at)
    {
        // Writes are a second apart: the latest may be ahead of the clock, and counts all the same.
        if (at >= view.Now) return Last(document.Course, at) ?? document.Stratum.State;
        if (document.Past.Count > 0) return Last(document.Past, at);
        return document.Created <= at || !document.IsWritten ? document.Stratum.State : null;
    }

    private static string? Last(IReadOnlyList<Step> steps, long at) => steps.LastOrDefault(step => step.At <= at).State;
}
