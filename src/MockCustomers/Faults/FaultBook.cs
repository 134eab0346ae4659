using System.Globalization;

namespace MockCustomers.Faults;

/// <summary>The faults that users want, in the order in which they were added: the first that hits a call decides.</summary>
/// <remarks>Any number of threads may call at once. What is random depends on the seed, the fault's id and the number of the call alone.</remarks>
/// <param name="most">How many faults there may be.</param>
internal sealed class FaultBook(ulong seed, int most = FaultBook.MostByDefault)
{
    public const int MostByDefault = 1000;

    private readonly Lock changing = new();
    private volatile ActiveFault[] faults = [];
    private volatile string[] down = [];
    private long made;

    public bool IsEmpty => faults.Length == 0;

    /// <summary>The faults and their counts, in their order.</summary>
    public IReadOnlyList<FaultState> All => [.. faults.Select(fault => fault.State)];

    /// <summary>Whether nobody can reach a vendor.</summary>
    public bool IsDown(string vendor) => down.Length > 0 && down.Contains(vendor);

    /// <summary>Lets nobody reach a vendor, or everybody again.</summary>
    public void SetDown(string vendor, bool isDown)
    {
        lock (changing) down = isDown ? [.. down.Union([vendor])] : [.. down.Where(known => known != vendor)];
    }

    /// <summary>What goes wrong with a call; null for nothing.</summary>
    public Injection? Decide(in FaultQuery call)
    {
        var now = faults;
        if (now.Length == 0) return null;
        foreach (var fault in now)
            if (fault.Decide(call) is { } injection) return injection;
        return null;
    }

    /// <summary>Adds a fault; one of the same id gives its place to it.</summary>
    /// <returns>The fault's id; null when there are as many as there may be.</returns>
    public string? Add(FaultRule rule)
    {
        lock (changing)
        {
            var id = rule.Id ?? NewId();
            var fault = new ActiveFault(id, rule, seed);
            var place = Array.FindIndex(faults, known => known.Id == id);
            if (place < 0 && faults.Length >= most) return null;
            if (place < 0) faults = [.. faults, fault];
            else faults = [.. faults[..place], fault, .. faults[(place + 1)..]];
            return id;
        }
    }

    /// <summary>The fault of that id; null when there is none.</summary>
    public FaultState? Find(string id) => Array.Find(faults, fault => fault.Id == id)?.State;

    /// <returns>Whether there was one.</returns>
    public bool Remove(string id)
    {
        lock (changing)
        {
            var before = faults.Length;
            faults = [.. faults.Where(fault => fault.Id != id)];
            return faults.Length < before;
        }
    }

    /// <summary>Removes all, outages among them; the ids that are given begin anew, so that the same faults then hit the same calls.</summary>
    public void Clear()
    {
        lock (changing)
        {
            faults = [];
            down = [];
            made = 0;
        }
    }

    /// <summary>Keeps the faults and counts from the beginning again.</summary>
    public void Restart()
    {
        lock (changing) faults = [.. faults.Select(fault => fault.Anew(seed))];
    }

    private string NewId()
    {
        string id;
        do id = string.Create(CultureInfo.InvariantCulture, $"fault-{++made}");
        while (Array.Exists(faults, fault => fault.Id == id));
        return id;
    }
}
