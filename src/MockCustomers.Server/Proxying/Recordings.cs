using System.Text.Json.Nodes;
using MockCustomers.Drift;
using MockCustomers.Exchange;
using MockCustomers.Validation;
using MockCustomers.Vendors;

namespace MockCustomers.Server.Proxying;

/// <summary>What a vendor's own API answered, as stubs without anybody's data, and where requests and replies differ from the spec.</summary>
internal sealed class Recordings
{
    /// <summary>More stubs, and more differences, are not kept.</summary>
    public const int Most = 1000;

    private readonly Lock adding = new();
    private readonly Dictionary<string, JsonObject> stubs = [];
    private readonly Dictionary<(string Operation, Difference Difference), int> differences = [];
    private readonly Pseudonyms pseudonyms = new();

    /// <summary>The stubs, in WireMock.Net's JSON: a file of --stubs as it stands. The latest answer to each request.</summary>
    public JsonArray Stubs
    {
        get
        {
            lock (adding) return [.. stubs.Values.Select(stub => stub.DeepClone())];
        }
    }

    /// <summary>Where the API and the spec differ, each with how often it was seen.</summary>
    public JsonArray Differences
    {
        get
        {
            lock (adding)
            {
                return [.. differences.Select(JsonNode (found) => new JsonObject
                {
                    ["operation"] = found.Key.Operation,
                    ["place"] = found.Key.Difference.Place,
                    ["expected"] = found.Key.Difference.Expected,
                    ["seen"] = found.Key.Difference.Seen.Length == 0 ? null : found.Key.Difference.Seen,
                    ["count"] = found.Value,
                })];
            }
        }
    }

    /// <summary>Keeps an answer, and judges it and its request by the spec.</summary>
    public void Add(Vendor vendor, Request request, ReceivedReply reply)
    {
        var match = vendor.Router.Match(request.Method, request.Path);
        var (key, stub) = new RecordedStub(vendor, match, pseudonyms).Of(request, reply);
        var found = match.Operation is { } operation ? Judge(vendor, operation, match.Values, request, reply) : [];
        lock (adding)
        {
            if (stubs.Count < Most || stubs.ContainsKey(key)) stubs[key] = stub;
            foreach (var difference in found)
            {
                var place = (match.Operation!.Operation.Id, difference);
                if (differences.Count < Most || differences.ContainsKey(place)) differences[place] = differences.GetValueOrDefault(place) + 1;
            }
        }
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        lock (adding)
        {
            stubs.Clear();
            differences.Clear();
        }
    }

    private static List<Difference> Judge(Vendor vendor, ServedOperation operation, RouteValues values, Request request, ReceivedReply reply)
    {
        var found = ReplyJudge.Judge(operation.Operation, reply).ToList();
        // What the API refuses may well break the spec: that is no difference.
        if (reply.Status is < 200 or >= 300) return found;
        var violations = new List<Violation>();
        operation.Validator.Read(request, values, violations);
        if (operation.Operation.Body is { } contract && BodyReader.Read(request, contract, vendor.Bodies).Fault is { } fault) violations.AddRange(fault.Violations);
        found.AddRange(violations.Select(violation => new Difference($"request{violation.Pointer}", $"{violation.Rule} {violation.Limit}".TrimEnd(), "the API takes it")));
        return found;
    }
}
