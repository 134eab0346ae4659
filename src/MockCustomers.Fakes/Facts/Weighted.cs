using MockCustomers.Customers;

namespace MockCustomers.Fakes.Facts;

/// <summary>Things to pick from, each as often as its share says.</summary>
internal sealed class Weighted<T>
{
    private readonly T[] things;
    private readonly int[] ends;

    /// <param name="things">At least one.</param>
    /// <param name="share">At least 1.</param>
    public Weighted(IEnumerable<T> things, Func<T, int> share)
    {
        this.things = [.. things];
        ends = new int[this.things.Length];
        var end = 0;
        for (var i = 0; i < ends.Length; i++) ends[i] = end += share(this.things[i]);
    }

    /// <param name="bits">64 random bits.</param>
    public T Pick(ulong bits)
    {
        var point = StableHash.Below(bits, ends[^1]);
        var at = 0;
        while (ends[at] <= point) at++;
        return things[at];
    }
}
