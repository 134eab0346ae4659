using System.Text.Json.Nodes;
using MockCustomers.Faults;

namespace MockCustomers.Server.Control;

/// <summary>Which vendors nobody reaches in a session: every connection is reset, with or without a credential.</summary>
internal sealed class OutagesResource(Func<IReadOnlyList<VendorHost>> hosts) : IControlResource
{
    private const string Example = """{"vendor": "acme"}""";

    public IEnumerable<ControlRoute> Routes =>
    [
        ControlRoute.Get("/__admin/outages", call => Shown(Book(call))),
        ControlRoute.Post("/__admin/outages", Begin),
        ControlRoute.Delete("/__admin/outages", End),
    ];

    private FaultBook Book(ControlCall call)
    {
        call.Query.Allow();
        return call.Query.Session(hosts()).Faults;
    }

    private ControlAnswer Begin(ControlCall call)
    {
        var book = Book(call);
        var name = call.Read(Example, body =>
        {
            body.Allow("vendor");
            return body.Text("vendor") ?? body.Missing("vendor", "who is not reached", "");
        });
        book.SetDown(ControlQuery.Vendor(hosts(), name).Name, isDown: true);
        return Shown(book);
    }

    /// <summary>Ends one vendor's, or all.</summary>
    private ControlAnswer End(ControlCall call)
    {
        call.Query.Allow("vendor");
        var book = call.Query.Session(hosts()).Faults;
        IReadOnlyList<VendorHost> ended = call.Query.Text("vendor") is null ? hosts() : [call.Query.Vendor(hosts())];
        foreach (var host in ended) book.SetDown(host.Name, isDown: false);
        return Shown(book);
    }

    private ControlAnswer Shown(FaultBook book) => ControlAnswer.Ok(new JsonObject { ["down"] = new JsonArray([.. hosts().Where(host => book.IsDown(host.Name)).Select(host => (JsonNode)host.Name)]) });
}
