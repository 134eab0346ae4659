using System.Text.Json.Nodes;

namespace MockCustomers.Server.Control;

/// <summary>Tells the hash of all that decides which bytes are served.</summary>
/// <param name="fingerprint">Computed when it is first asked for.</param>
internal sealed class FingerprintResource(Lazy<string> fingerprint) : IControlResource
{
    public IEnumerable<ControlRoute> Routes =>
        [ControlRoute.Get("/__admin/fingerprint", _ => ControlAnswer.Ok(new JsonObject { ["fingerprint"] = fingerprint.Value }))];
}
