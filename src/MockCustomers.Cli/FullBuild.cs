using MockCustomers.Server.Reference;
using MockCustomers.Server.Stubbing;
using MockCustomers.Server.Telemetry;
#if FULL
using MockCustomers.Mcp;
using MockCustomers.Reference;
using MockCustomers.Stubs;
using MockCustomers.Telemetry;
#endif

namespace MockCustomers.Cli;

/// <summary>What a build that is compiled ahead of time (PublishAot) leaves out.</summary>
internal static class FullBuild
{
    /// <summary>Where to get the build that has all.</summary>
    public const string Where = "the full build has it: dotnet tool install -g mockcustomers, or the image of Dockerfile";

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

    /// <summary>Makes what sends traces, metrics and logs by OTLP; nothing of it is loaded before that. null in a build without it.</summary>
    public static Func<OtlpVariables, ISignalExport>? SignalExport =>
#if FULL
        static variables => new OtlpExport(variables);
#else
        null;
#endif

    /// <summary>Serves a sandbox's tools to an assistant, by the control port's url and its token, until the assistant or the token for stopping ends it; nothing of it is loaded before that. null in a build without it.</summary>
    public static Func<string, string?, CancellationToken, Task>? Tools =>
#if FULL
        static async (url, token, stop) =>
        {
            using var sandbox = new ControlPort(url, token);
            await new ToolServer(sandbox).RunAsync(stop);
        };
#else
        null;
#endif
}
