using System.Text.Json.Nodes;

namespace MockCustomers.Server.Control;

/// <summary>Tells what clients need to know to call the vendors.</summary>
internal sealed class VendorsResource(Func<IReadOnlyList<VendorHost>> hosts) : IControlResource
{
    public IEnumerable<ControlRoute> Routes =>
        [ControlRoute.Get("/__admin/vendors", _ => ControlAnswer.Ok(new JsonArray([.. hosts().Select(VendorCard.Of)])))];
}
