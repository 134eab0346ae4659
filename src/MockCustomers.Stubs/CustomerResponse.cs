using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MockCustomers.Stubs.Inside;
using WireMock;
using WireMock.ResponseBuilders;
using WireMock.Types;
using WireMock.Util;

namespace MockCustomers.Stubs;

/// <summary>What stubs can answer beside what WireMock.Net knows: customers of the sandbox.</summary>
public static class CustomerResponse
{
    /// <summary>Answers with a customer as the vendor serves it at that moment, in the session of the request, changed by a JSON merge patch (RFC 7396).</summary>
    /// <param name="response">Answers 200 and application/json unless it says otherwise.</param>
    /// <param name="id">The customer's id. When nobody has it, the stub fails and says so.</param>
    /// <param name="patch">An object in JSON, or anything that is one when it is serialized; null changes nothing.</param>
    public static IResponseBuilder WithCustomer(this IResponseBuilder response, string id, object? patch = null)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentException.ThrowIfNullOrEmpty(id);
        var changes = patch switch
        {
            null => null,
            string text => JsonNode.Parse(text),
            JsonNode node => node.DeepClone(),
            _ => JsonSerializer.SerializeToNode(patch),
        };
        if (changes is not (null or JsonObject)) throw new ArgumentException("a merge patch of a customer is an object", nameof(patch));
        return response.WithCallback(_ => Answer(id, changes));
    }

    private static ResponseMessage Answer(string id, JsonNode? patch)
    {
        var view = StubCall.Current?.Exchange?.View ?? throw new InvalidOperationException("WithCustomer answers requests to a vendor of a sandbox");
        var customer = view.Find(id) ?? throw new InvalidOperationException($"nobody has the id '{id}'");
        JsonNode? shown = view.Read(customer);
        if (patch is not null) shown = MergePatch.Apply(shown, patch);
        return new ResponseMessage
        {
            StatusCode = 200,
            Headers = new Dictionary<string, WireMockList<string>> { ["Content-Type"] = new("application/json") },
            BodyData = new BodyData { DetectedBodyType = BodyType.Bytes, BodyAsBytes = Encoding.UTF8.GetBytes(shown!.ToJsonString()) },
        };
    }
}
