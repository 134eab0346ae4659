using System.Text.Json.Nodes;

namespace MockCustomers.Server.Control;

/// <summary>Tells the hash of all that decides which bytes are served.</summary>
internal sealed class FingerprintResource(Func<string> fingerprint) : IControlResource
{
    public IEnumerable<ControlRoute> Routes =>
        [ControlRoute.Get("/__admin/fingerprint", _ => ControlAnswer.Ok(new JsonObject { ["fingerprint"] = fingerprint() }))];
}
