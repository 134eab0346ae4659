using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using MockCustomers.Exchange;
using MockCustomers.Server.Reference;

namespace MockCustomers.Server.Control;

/// <summary>The vendors' specs as they were read, the sandbox in the place of their servers.</summary>
internal sealed class SpecsResource(Func<IReadOnlyList<VendorHost>> hosts) : IControlResource
{
    private static readonly string[] OnOff = ["on", "off"];

    public IEnumerable<ControlRoute> Routes =>
    [
        ControlRoute.Get("/specs", _ => ControlAnswer.Ok(List())) with { IsWithoutToken = true },
        ControlRoute.Get("/specs/{vendor}/{file}", Spec) with { IsWithoutToken = true },
    ];

    /// <summary>Where a spec of a vendor is, examples that work in it.</summary>
    public static string PathWithExamples(VendorHost host, ServedSpec spec) => $"{PathOf(host, spec)}?examples=on";

    private static string PathOf(VendorHost host, ServedSpec spec) => $"/specs/{Uri.EscapeDataString(host.Name)}/{Uri.EscapeDataString(spec.Name)}";

    private JsonObject List() => new(hosts().Select(host => KeyValuePair.Create(host.Name, (JsonNode?)new JsonArray([.. host.Specs.Select(spec => (JsonNode)PathOf(host, spec))]))));

    private ControlAnswer Spec(ControlCall call)
    {
        call.Query.Allow("examples");
        if (hosts().Count == 0) throw ControlException.NotReady;
        var host = ControlQuery.Vendor(hosts(), call.Path("vendor"));
        var name = call.Path("file");
        var spec = host.Specs.FirstOrDefault(spec => spec.Name == name)
            ?? throw new ControlException(404, $"'{host.Name}' has no spec '{name}'; {Nearest.Remedy(name, [.. host.Specs.Select(known => known.Name)])}");
        var document = spec.Document();
        SandboxServers.Put(document, SandboxServers.UrlOf(host, call.Header("Host")));
        if (call.Query.OneOf("examples", OnOff) == "on") WorkingExamples.Put(document, host);
        return EntityTag.Answer(call, new ControlContent("application/json", PlainJson.Bytes(document)));
    }
}
