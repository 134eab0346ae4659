using MockCustomers.Faults;

namespace MockCustomers.Testing;

/// <summary>Some of a vendor's calls, of which some shall go wrong.</summary>
public sealed class CallSelection
{
    private readonly SandboxVendor vendor;
    private readonly FaultMatch match;

    internal CallSelection(SandboxVendor vendor, string? operation, string? customer, string? method, string? path)
    {
        this.vendor = vendor;
        match = new FaultMatch(vendor.Name, operation, null, method, path, customer);
    }

    /// <summary>The next of them.</summary>
    /// <param name="calls">How many: 1 and up.</param>
    public FaultyCalls Next(int calls = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(calls, 1);
        return Of(new FaultTiming(Times: calls));
    }

    /// <summary>All of them.</summary>
    public FaultyCalls Always() => Of(FaultTiming.Always);

    /// <summary>Every so many-th of them.</summary>
    /// <param name="calls">1 and up.</param>
    public FaultyCalls Every(int calls)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(calls, 1);
        return Of(new FaultTiming(Every: calls));
    }

    /// <summary>A share of them, the same ones in every run.</summary>
    /// <param name="share">Above 0, at most 1.</param>
    public FaultyCalls Rate(double share)
    {
        if (share is not (> 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "a share above 0, at most 1");
        return Of(new FaultTiming(Rate: share));
    }

    private FaultyCalls Of(FaultTiming timing) => new(vendor.World.Steered.Faults, match, timing);
}
