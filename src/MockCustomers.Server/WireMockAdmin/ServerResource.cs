using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using MockCustomers.Server.Control;

namespace MockCustomers.Server.WireMockAdmin;

/// <summary>What WireMock's clients ask of a server as a whole: a reset, its settings, recordings, its end.</summary>
internal sealed class ServerResource(Func<IReadOnlyList<VendorHost>> hosts) : IControlResource
{
    private const int LongestDelay = 600_000;
    private static readonly string[] RecordingActions = ["start", "stop", "snapshot"];

    public IEnumerable<ControlRoute> Routes
    {
        get
        {
            var routes = new VendorRoutes(hosts);
            yield return routes.Of("POST", "/reset", ResetAsync);
            yield return routes.Of("GET", "/settings", SettingsAsync);
            yield return routes.Of("POST", "/settings", SetAsync);
            yield return routes.Of("POST", "/shutdown", ControlAnswer (_) => throw new ControlException(403, "the sandbox is not ended from here: it serves other vendors, and others; a signal to its process ends it"));
            yield return routes.Of("GET", "/recordings/status", _ => ControlAnswer.Ok(new JsonObject { ["status"] = "NeverStarted" }));
            foreach (var action in RecordingActions)
                yield return routes.Of("POST", "/recordings/" + action, ControlAnswer (_) => throw new ControlException(501, "the sandbox records nothing in WireMock's JSON; /__admin/settings on the vendor's own port has ProxyAndRecordSettings"));
        }
    }

    /// <summary>As it was at the start, for this vendor and session: the stubs of files, first states, an empty journal.</summary>
    private static async ValueTask<ControlAnswer> ResetAsync(WireMockCall call)
    {
        call.Query.Allow();
        await call.Mappings.ResetAsync();
        call.Session.Journal.RemoveAll(call.Entries);
        return new ControlAnswer(200, null);
    }

    private static async ValueTask<ControlAnswer> SettingsAsync(WireMockCall call)
    {
        call.Query.Allow();
        return ControlAnswer.Ok(new JsonObject { ["settings"] = new JsonObject { ["fixedDelay"] = await call.Mappings.DelayAsync() } });
    }

    private static async ValueTask<ControlAnswer> SetAsync(WireMockCall call)
    {
        call.Query.Allow();
        var delay = call.Read("""{"fixedDelay": 200}""", Delay);
        await call.Mappings.DelayAsync(delay);
        return new ControlAnswer(200, null);
    }

    private static int Delay(JsonPlace settings)
    {
        settings.Allow("fixedDelay");
        return (int)(settings.Number("fixedDelay", 0, LongestDelay) ?? 0);
    }
}
