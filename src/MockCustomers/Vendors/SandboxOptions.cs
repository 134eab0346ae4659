using MockCustomers.Auth;
using MockCustomers.Customers;
using MockCustomers.Sessions;

namespace MockCustomers.Vendors;

/// <summary>What a user chooses about a sandbox, the same for all its vendors.</summary>
public sealed record SandboxOptions
{
    /// <summary>The date of every sandbox that is not told another one.</summary>
    public static readonly DateTimeOffset DefaultNow = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The customers of a vendor whose manifest names no other number.</summary>
    public const long DefaultPopulation = 100_000;

    public Seed Seed { get; init; } = Seed.Of(42);

    /// <summary>0 to <see cref="Customers.Population.Largest"/>; null for the manifest's, else <see cref="DefaultPopulation"/>.</summary>
    public long? Population { get; init; }

    /// <summary>The sandbox's date: where its clocks begin, and the date by which customers have their ages.</summary>
    public DateTimeOffset Now { get; init; } = DefaultNow;

    /// <summary>The sandbox's date as Unix microseconds.</summary>
    public long Epoch => (Now - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    public AuthMode Auth { get; init; } = AuthMode.Enforce;

    /// <summary>Whether the credentials of older clients are let in, where a vendor had other ones.</summary>
    public bool LegacyAuth { get; init; }

    /// <summary>Whether browsers of any origin may call.</summary>
    public bool Cors { get; init; } = true;

    /// <summary>Whether a share of the customers shows what is untidy about the vendor's own pages.</summary>
    public bool Quirks { get; init; } = true;

    /// <summary>Whether a client that asks too often is refused; what is left is told either way.</summary>
    public bool EnforceRateLimits { get; init; }

    /// <summary>How much of what was rendered is kept, in MiB, all vendors together: 0 to 4096; 0 keeps none.</summary>
    public int CacheMegabytes { get; init; } = 32;

    /// <summary>How many sessions there may be, how long they are kept, and how long their journals are.</summary>
    public SessionOptions Sessions { get; init; } = new();
}
