using System.Text.Json.Nodes;
using MockCustomers.Customers;
using MockCustomers.Drift;
using MockCustomers.Exchange;
using MockCustomers.Sessions;
using MockCustomers.Store;
using MockCustomers.Vendors;

namespace MockCustomers.Cli.Drift;

/// <summary>Asks every operation that only reads: as it should be asked, for a customer who is not there, and without a credential.</summary>
internal sealed class DriftRun(Vendor vendor, DriftOptions options, DriftClient client)
{
    /// <summary>How many customers of a list are got one by one.</summary>
    private const int Looked = 3;

    /// <summary>Customers that a list showed, and those that were named.</summary>
    private readonly List<JsonObject> known = [.. options.Ids.Select(id => new JsonObject { [vendor.IdField] = id })];

    /// <summary>Customers whose ids look right and are not the API's.</summary>
    private View Others { get; } = vendor.RendererFor(new PopulationChoice(new Seed("drift"), null, null)).Beginning;

    /// <summary>One finding for each operation that only reads, lists first: they tell the ids to ask for.</summary>
    public async Task<IReadOnlyList<DriftFinding>> RunAsync(CancellationToken stop)
    {
        var findings = new List<DriftFinding>();
        var asked = vendor.Operations.Where(operation => operation.Operation.Method == "GET").OrderBy(operation => operation.Template.Parameters.Length).ToList();
        await ProgressBar.RunAsync("operations", asked.Count, async done =>
        {
            foreach (var operation in asked)
            {
                findings.Add(await AskAsync(operation, stop));
                done(1);
            }
        });
        return findings;
    }

    private async Task<DriftFinding> AskAsync(ServedOperation operation, CancellationToken stop)
    {
        var name = $"GET {operation.Operation.Path}";
        var targets = Targets(operation);
        if (targets.Count == 0) return new DriftFinding(name, 0, [], [], "no list shows a customer to ask for; name one with --id");
        var replies = new List<ReceivedReply>();
        var found = new List<Difference>();
        foreach (var target in targets)
        {
            var reply = await client.GetAsync(target, isKnown: true, stop);
            replies.Add(reply);
            if (reply.Status != operation.Operation.Success?.Status) found.Add(new Difference("status", $"{operation.Operation.Success?.Status}", $"{reply.Status}"));
            found.AddRange(ReplyJudge.Judge(operation.Operation, reply));
            if (operation.Template.Parameters.Length == 0) known.AddRange(Customers(reply.Json).Take(Looked));
        }

        await RefuseAsync(operation, targets[0], isKnown: false, StatusOf(operation, FaultKind.MissingCredential), found, stop);
        if (operation.IdParameter is not null) await RefuseAsync(operation, Relative(vendor.Example(operation, Others).Target), isKnown: true, StatusOf(operation, FaultKind.NoSuchCustomer), found, stop);
        var counted = found.GroupBy(difference => (difference.Place, difference.Expected))
            .Select(same => (new Difference(same.Key.Place, same.Key.Expected, string.Join(", ", same.Select(difference => difference.Seen).Distinct())), same.Count())).ToList();
        return new DriftFinding(name, targets.Count + (operation.IdParameter is null ? 1 : 2), counted, [.. ReplyJudge.Unseen(operation.Operation, replies)], null);
    }

    /// <summary>A request that is to be refused: with the sandbox's status, and a body as the spec describes it.</summary>
    private async Task RefuseAsync(ServedOperation operation, string target, bool isKnown, int status, List<Difference> found, CancellationToken stop)
    {
        var reply = await client.GetAsync(target, isKnown, stop);
        var why = isKnown ? "for an unknown customer" : "without a credential";
        if (reply.Status != status) found.Add(new Difference($"status {why}", $"{status}, as the sandbox answers", $"{reply.Status}"));
        else if (operation.Operation.Responses.Any(response => response.Status == status))
            found.AddRange(ReplyJudge.Judge(operation.Operation, reply).Select(difference => difference with { Place = $"{difference.Place} {why}" }));
    }

    private int StatusOf(ServedOperation operation, FaultKind kind)
    {
        using var output = new JsonBuffer();
        return vendor.Errors.Render(Fault.Of(kind), new Request("GET", "/", NoHeaders.Instance, default, output), operation).Status;
    }

    /// <summary>Where the operation is asked; empty when what its path needs is not known.</summary>
    private List<string> Targets(ServedOperation operation)
    {
        if (operation.Template.Parameters.Length == 0) return [Relative(vendor.Example(operation).Target)];
        return [.. known.Select(customer => Path(operation, customer)).OfType<string>().Distinct().Take(Looked)];
    }

    /// <summary>The path that names a customer; null when the customer lacks what it needs.</summary>
    private string? Path(ServedOperation operation, JsonObject customer)
    {
        var path = operation.Operation.Path;
        foreach (var parameter in operation.Template.Parameters)
        {
            var field = parameter == operation.IdParameter ? vendor.IdField : operation.Example.Target.Keys.FirstOrDefault(key => key.Key == parameter).Value;
            if (field is null || FieldPath.Text(customer, field) is not { Length: > 0 } value) return null;
            path = path.Replace($"{{{parameter}}}", Uri.EscapeDataString(value), StringComparison.Ordinal);
        }

        return path;
    }

    private string Relative(string target) => target[vendor.BasePath.Length..];

    private IEnumerable<JsonObject> Customers(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(item => item is JsonObject customer && customer[vendor.IdField] is JsonValue ? [customer] : Customers(item)),
        JsonObject map => map.SelectMany(member => Customers(member.Value)),
        _ => [],
    };
}
