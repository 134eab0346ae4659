namespace MockCustomers.Stubs.Mappings;

/// <summary>How many stubs there may be, and how large.</summary>
internal static class MappingLimits
{
    /// <summary>Stubs of one vendor in one session, those of files included.</summary>
    public const int MostStubs = 10_000;

    /// <summary>Bytes of JSON of one vendor's stubs in one session.</summary>
    public const int MostBytes = 32 * 1024 * 1024;

    /// <summary>Sessions that have stubs of their own over one vendor, besides the default one.</summary>
    public const int MostSessions = 100;

    /// <summary>Stars in one wildcard pattern: it has no time-out, and each star multiplies the time that it may take.</summary>
    public const int MostStars = 4;
}
