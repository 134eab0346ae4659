using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;
using MockCustomers.Diagnostics;
using MockCustomers.OpenApi;

namespace MockCustomers.Server;

/// <summary>Has the runtime load, on a thread of its own, what every start needs of libraries, while the command line is still being read.</summary>
/// <remarks>Only libraries that take long when they are first used, and that no setting changes: YAML's reader, JSON's, and Kestrel. Measured in ADR 13.</remarks>
internal static class WarmUp
{
    public static void Begin() => ThreadPool.UnsafeQueueUserWorkItem(static _ => Run(), null);

    private static void Run()
    {
        var nothing = new DiagnosticBag();
        DocumentReader.Read("warm-up.yaml", "text: some\nlist:\n  - 'quoted'\n  - {number: 1}\n", nothing);
        KestrelServices.Make(static _ => { }, speaksTls: false).GetRequiredService<IServer>();
        DocumentReader.Read("warm-up.json", """{"list": [1, true, null]}""", nothing);
    }
}
