using System.Text;
using System.Text.Json.Nodes;
using MockCustomers.Exchange;

namespace MockCustomers.Server.Control;

/// <summary>A request out of the journal once more: as a line for a shell, or sent again.</summary>
internal sealed class ReplayResource(Func<IReadOnlyList<VendorHost>> hosts) : IControlResource
{
    public IEnumerable<ControlRoute> Routes =>
    [
        ControlRoute.Get("/__admin/requests/{id}/curl", Tell),
        ControlRoute.Async("POST", "/__admin/requests/{id}/replay", ReplayAsync),
    ];

    private ControlAnswer Tell(ControlCall call)
    {
        var kept = Kept(call);
        return ControlAnswer.Ok(new JsonObject { ["curl"] = kept.Curl, ["ownCredential"] = kept.HasOwnCredential });
    }

    private async ValueTask<ControlAnswer> ReplayAsync(ControlCall call)
    {
        var kept = Kept(call);
        using var output = new JsonBuffer();
        var reply = await kept.SendAsync(output);
        var headers = new JsonObject();
        foreach (var (name, value) in reply.Headers) headers[name] = headers[name] is { } before ? $"{before.GetValue<string>()}, {value}" : value;
        if (reply.ContentType is { } type) headers["Content-Type"] = type;
        return ControlAnswer.Ok(new JsonObject
        {
            ["status"] = reply.Status,
            ["headers"] = headers,
            ["body"] = Encoding.UTF8.GetString(reply.Body.Span),
            ["delayMilliseconds"] = reply.Delay.TotalMilliseconds,
            ["isBroken"] = reply.Injected is { ChangesSending: true },
            ["ownCredential"] = kept.HasOwnCredential,
        });
    }

    private KeptRequest Kept(ControlCall call)
    {
        var (_, entry) = RequestsResource.Found(call, hosts());
        var host = hosts().FirstOrDefault(host => host.Name == entry.Vendor) ?? throw new ControlException(409, $"{entry.Vendor} is no longer served");
        return new KeptRequest(host, call.Query.Session(hosts()), entry);
    }
}
