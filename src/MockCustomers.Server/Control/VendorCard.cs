using System.Text.Json.Nodes;
using MockCustomers.Sessions;
using MockCustomers.Store;
using MockCustomers.Vendors;

namespace MockCustomers.Server.Control;

/// <summary>What a client needs to know to call a vendor in a session.</summary>
internal static class VendorCard
{
    public static JsonNode Of(VendorHost host, Session session)
    {
        var vendor = host.Vendor;
        var (header, value) = SessionAccess.Of(host, session);
        var view = session.Of(vendor).View;
        return new JsonObject
        {
            ["name"] = vendor.Name,
            ["title"] = vendor.Title,
            ["url"] = host.Url,
            ["baseUrl"] = host.BaseUrl,
            ["clientUrl"] = host.ClientUrl,
            ["auth"] = new JsonObject { ["header"] = header, ["value"] = value },
            ["operations"] = new JsonArray([.. vendor.Operations.Select(o => Operation(host, o, view))]),
            ["kinds"] = Names(vendor.Customers.Strata.All.Select(stratum => stratum.Kind.Name)),
            ["states"] = Names(vendor.Customers.Strata.All.Select(stratum => stratum.State.Name)),
            ["population"] = view.Count,
            ["seed"] = vendor.Options.Seed.Text,
        };
    }

    private static JsonArray Names(IEnumerable<string> all) => new([.. all.Distinct().Select(name => (JsonNode)name)]);

    private static JsonNode Operation(VendorHost host, ServedOperation operation, View view)
    {
        var card = new JsonObject
        {
            ["id"] = operation.Operation.Id,
            ["method"] = operation.Operation.Method,
            ["path"] = operation.Template.Path,
            ["source"] = operation.Operation.Source?.Tag,
            ["example"] = host.Url + host.Vendor.Example(operation, view).Target,
        };
        if (host.Vendor.Before(operation) is { } before) card["after"] = before.Operation.Id;
        return card;
    }
}
