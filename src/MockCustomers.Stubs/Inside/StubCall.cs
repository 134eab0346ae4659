using MockCustomers.Vendors;
using WireMock.Handlers;

namespace MockCustomers.Stubs.Inside;

/// <summary>One call of WireMock.Net's pipeline, and what it came to, as far as only its log tells.</summary>
/// <param name="exchange">null for a call of administration.</param>
/// <param name="scenarios">The states of the scenarios that it sees and moves.</param>
internal sealed class StubCall(VendorExchange? exchange, IScenarioStateStore scenarios)
{
    private static readonly AsyncLocal<StubCall?> Flowing = new();

    /// <summary>The call on whose way the current code runs; null outside of any.</summary>
    public static StubCall? Current
    {
        get => Flowing.Value;
        set => Flowing.Value = value;
    }

    public VendorExchange? Exchange => exchange;

    public IScenarioStateStore Scenarios => scenarios;

    /// <summary>The stub that matched; null for none.</summary>
    public Guid? Matched { get; set; }

    /// <summary>The title of the stub that matched; null for none.</summary>
    public string? Title { get; set; }

    /// <summary>Why the stub that matched could not answer; null when it could.</summary>
    public string? Failure { get; set; }
}
