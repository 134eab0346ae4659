using System.Text.Json.Nodes;
using MockCustomers.Contracts;
using MockCustomers.Vendors.Tests.Wire;

namespace MockCustomers.Vendors.Tests.Filters;

/// <summary>Changes of customers that lead where no generated customer may be: any values of enums, one upon the other.</summary>
internal static class Changes
{
    /// <summary>Makes them; how many were taken.</summary>
    public static async Task<int> MakeAsync(VendorUnderTest tested)
    {
        var taken = 0;
        foreach (var operation in tested.Vendor.Operations.Where(o => o.Operation.Body is not null && o.ActionName is "update" or "create"))
        {
            foreach (var body in operation.ActionName == "update" ? Enums(operation.Operation.Body!.Schema) : Creations(tested, operation))
            {
                var id = tested.Id(taken * 7 % 5);
                var target = operation.IdParameter is null ? tested.Vendor.Example(operation, tested.Host.Customers).Target : operation.Template.Fill(_ => id);
                if ((await SendAsync(tested, operation, target, body)).Status < 300) taken++;
            }
        }

        foreach (var move in tested.Vendor.Operations.Where(o => o.ActionName == "move" && o.IdParameter is not null))
            for (var place = 0; place < 3; place++)
                if ((await SendAsync(tested, move, move.Template.Fill(_ => tested.Id(place * 5)), [])).Status < 300) taken++;
        return taken;
    }

    public static Task<Answer> SendAsync(VendorUnderTest tested, ServedOperation operation, string target, JsonObject body) =>
        tested.Wire.SendAsync(operation.Operation.Method, target, operation.Operation.Body is null ? "" : body.ToJsonString(), [tested.Credential, ("Content-Type", "application/json")]);

    /// <summary>The example with each value of each enum.</summary>
    private static IEnumerable<JsonObject> Creations(VendorUnderTest tested, ServedOperation operation)
    {
        if (tested.Vendor.Example(operation, tested.Host.Customers).Body is not { } example) yield break;
        var number = 0;
        foreach (var change in Enums(operation.Operation.Body!.Schema))
        {
            var body = example.DeepClone().AsObject();
            foreach (var (name, value) in change) body[name] = value?.DeepClone();
            foreach (var unique in tested.Mapping(operation)!.Write.Unique) body[unique.Field] = $"changes-{number++}@example.com";
            yield return body;
        }
    }

    /// <summary>A body for each value of each property that has an enum, and for each two of a list of such.</summary>
    private static IEnumerable<JsonObject> Enums(Schema body)
    {
        foreach (var (name, property) in body.Properties)
        {
            foreach (var value in property.Enum.OfType<JsonNode>()) yield return new JsonObject { [name] = value.DeepClone() };
            var items = property.Items?.Enum.OfType<JsonNode>().ToList() ?? [];
            foreach (var one in items)
                foreach (var other in items.Skip(1)) yield return new JsonObject { [name] = new JsonArray(one.DeepClone(), other.DeepClone()) };
            if (items.Count > 0) yield return new JsonObject { [name] = new JsonArray() };
        }
    }
}
