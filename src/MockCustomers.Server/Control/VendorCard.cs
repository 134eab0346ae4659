using System.Text.Json.Nodes;
using MockCustomers.Vendors;

namespace MockCustomers.Server.Control;

/// <summary>What a client needs to know to call a vendor.</summary>
internal static class VendorCard
{
    public static JsonNode Of(VendorHost host)
    {
        var vendor = host.Vendor;
        return new JsonObject
        {
            ["name"] = vendor.Name,
            ["title"] = vendor.Title,
            ["url"] = host.Url,
            ["baseUrl"] = host.BaseUrl,
            ["auth"] = new JsonObject { ["header"] = vendor.Authenticator.Header, ["value"] = vendor.Authenticator.Sample },
            ["operations"] = new JsonArray([.. vendor.Operations.Select(o => Operation(host, o))]),
            ["kinds"] = Names(vendor.Customers.Strata.All.Select(stratum => stratum.Kind.Name)),
            ["states"] = Names(vendor.Customers.Strata.All.Select(stratum => stratum.State.Name)),
            ["population"] = host.Customers.Count,
            ["seed"] = vendor.Options.Seed.Text,
        };
    }

    private static JsonArray Names(IEnumerable<string> all) => new([.. all.Distinct().Select(name => (JsonNode)name)]);

    private static JsonNode Operation(VendorHost host, ServedOperation operation)
    {
        var card = new JsonObject
        {
            ["id"] = operation.Operation.Id,
            ["method"] = operation.Operation.Method,
            ["path"] = operation.Template.Path,
            ["source"] = operation.Operation.Source?.Tag,
            ["example"] = host.Example(operation),
        };
        if (host.Vendor.Before(operation) is { } before) card["after"] = before.Operation.Id;
        return card;
    }
}
