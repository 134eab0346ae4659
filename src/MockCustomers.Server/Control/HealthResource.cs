using System.Text.Json.Nodes;

namespace MockCustomers.Server.Control;

/// <summary>Whether every vendor is loaded and listening, and what became of files that changed since; open to everybody, as whatever watches over processes has no token.</summary>
internal sealed class HealthResource(Func<IReadOnlyList<VendorHost>> hosts, Func<ReloadReport?> reload) : IControlResource
{
    public IEnumerable<ControlRoute> Routes =>
    [
        ControlRoute.Get("/health/live", _ => ControlAnswer.Ok(new JsonObject { ["status"] = "live" })) with { IsOpen = true },
        ControlRoute.Get("/health/ready", _ => Ready(hosts())) with { IsOpen = true },
    ];

    /// <summary>200 when they all are, 503 before that; the body names each vendor.</summary>
    private ControlAnswer Ready(IReadOnlyList<VendorHost> hosts)
    {
        var vendors = new JsonArray([.. hosts.Select(JsonNode (host) => new JsonObject
        {
            ["name"] = host.Vendor.Name,
            ["url"] = host.Url,
            ["spec"] = new JsonObject { ["sha256"] = host.Specs[0].Sha256, ["operations"] = host.Vendor.Operations.Count },
        })]);
        var ready = hosts.Count > 0;
        var answer = new JsonObject { ["status"] = ready ? "ready" : "starting", ["vendors"] = vendors };
        if (reload() is { } report) answer["reload"] = report.ToJson();
        return new ControlAnswer(ready ? 200 : 503, answer);
    }
}
