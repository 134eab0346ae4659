using MockCustomers.Server.Reference;
using MockCustomers.Server.Stubbing;
#if FULL
using MockCustomers.Reference;
using MockCustomers.Stubs;
#endif

namespace MockCustomers.Cli;

/// <summary>What a build that is compiled ahead of time (PublishAot) leaves out.</summary>
internal static class FullBuild
{
    /// <summary>Makes what lays stubs over vendors; nothing of it is loaded before that. null in a build without it.</summary>
    public static Func<StubOptions, IStubEngine>? StubEngine =>
#if FULL
        static options => new WireMockStubs(options);
#else
        null;
#endif

    /// <summary>Makes the API reference; nothing of it is loaded before that. null in a build without it.</summary>
    public static Func<IReferencePages>? Reference =>
#if FULL
        static () => new ScalarPages();
#else
        null;
#endif
}
