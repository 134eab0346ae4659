using MockCustomers.Server.Stubbing;
#if STUBS
using MockCustomers.Stubs;
#endif

namespace MockCustomers.Cli;

/// <summary>What a build that is compiled ahead of time (PublishAot) leaves out.</summary>
internal static class FullBuild
{
    /// <summary>Makes what lays stubs over vendors; nothing of it is loaded before that. null in a build without it.</summary>
    public static Func<StubOptions, IStubEngine>? StubEngine =>
#if STUBS
        static options => new WireMockStubs(options);
#else
        null;
#endif
}
