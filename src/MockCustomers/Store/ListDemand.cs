namespace MockCustomers.Store;

/// <summary>The sets of strata whose lists the readers of one session ask for, so that its writers keep these lists up to date.</summary>
internal sealed class ListDemand
{
    /// <summary>When more lists than that are asked for, the demand begins anew: the strata that clients ask for together are few.</summary>
    public const int Most = 64;

    private volatile ulong[] masks = [];

    /// <summary>A bit for each stratum, by its index.</summary>
    public IReadOnlyList<ulong> Masks => masks;

    /// <summary>Notes that a list was asked for. Two readers at once may lose one note; it is made again when the list is next asked for.</summary>
    public void Note(ulong mask)
    {
        var known = masks;
        if (Array.IndexOf(known, mask) >= 0) return;
        masks = known.Length < Most ? [.. known, mask] : [mask];
    }

    /// <summary>Forgets what was asked for, as the strata are others.</summary>
    public void Clear() => masks = [];
}
