using System.Text;
using System.Text.Json.Nodes;
using MockCustomers.Contracts;
using MockCustomers.Diagnostics;
using MockCustomers.Exchange;
using MockCustomers.Manifests;
using MockCustomers.Sessions;
using MockCustomers.Store;
using MockCustomers.Validation;
using MockCustomers.Vendors;

namespace MockCustomers.Building.Checks;

/// <summary>Judges what a vendor serves by its spec: all of its customers, which should be few, then every operation once for each API version.</summary>
/// <remarks>It serves in memory, and writes into sessions of its own. A documented example and a quirk may break the spec.</remarks>
internal sealed class ServedCheck
{
    private readonly Vendor vendor;
    private readonly Pipeline pipeline;
    private readonly VendorManifest manifest;
    private readonly DiagnosticBag diagnostics;
    private readonly Schema customer;
    private readonly ExcusedViolations excused;

    /// <param name="manifest">Of which the vendor was built.</param>
    /// <param name="diagnostics">Gets what is wrong, at the place of the manifest or spec that makes it so.</param>
    public ServedCheck(Vendor vendor, VendorManifest manifest, DiagnosticBag diagnostics)
    {
        this.vendor = vendor;
        this.manifest = manifest;
        pipeline = new Pipeline(vendor);
        this.diagnostics = diagnostics;
        var (operation, at) = (manifest.Customer.Operation, manifest.Customer.At);
        var whole = vendor.Contract.Operations.First(o => o.Id == operation).Success!.Schema!;
        customer = at is null ? whole : whole.Property(at)!;
        excused = new ExcusedViolations(manifest.Customer.Quirks);
    }

    /// <summary>Judges it.</summary>
    /// <returns>The operations that could not be tried, each with the reason.</returns>
    public async Task<IReadOnlyList<string>> RunAsync()
    {
        var before = diagnostics.Found.Count;
        JudgeCustomers();
        var untried = new List<string>();
        // A customer that is wrong is wrong wherever it is served.
        if (diagnostics.Found.Count > before) return untried;
        foreach (var operation in vendor.Operations)
            if (!await TryAsync(operation)) untried.Add($"{operation.Operation.Id}: the spec has no example of its body, and none could be made");
        return untried;
    }

    private void JudgeCustomers()
    {
        var everybody = vendor.Customers.Everybody;
        for (var place = 0L; place < everybody.Count; place++)
        {
            var violations = new List<Violation>();
            SchemaValidator.Check(vendor.Customers.Read(everybody[place]), customer, "", "", violations);
            foreach (var violation in violations)
            {
                if (everybody[place].Document is not null) excused.Add(violation);
                else if (!excused.Contains(violation)) Report(violation, everybody[place]);
            }
        }
    }

    /// <summary>Reports what is wrong with a customer at the source of the field.</summary>
    private void Report(Violation violation, CustomerHandle who)
    {
        var origin = vendor.Customers.Explain(who).Where(o => $"{violation.Pointer}/".StartsWith($"{o.Field}/", StringComparison.Ordinal)).MaxBy(o => o.Field.Length);
        var where = (origin?.Origin.Where ?? $"{vendor.Contract.File}#{customer.Pointer}").Split('#', 2);
        diagnostics.Add(where[0], where[1], Describe("customers are served with", violation), Remedy(violation));
    }

    /// <summary>Whether the operation was tried, for the clients of every version that it knows.</summary>
    private async Task<bool> TryAsync(ServedOperation operation)
    {
        var mapping = manifest.Mappings.First(m => m.Operation == operation.Operation.Id);
        foreach (var key in manifest.Auth.Keys.Where((key, i) => i == 0 || (key.Version is { } version && mapping.Versions.Any(v => v.Key == version))))
        {
            var example = vendor.Example(operation);
            if (example.Body is null && operation.Operation.Body is { Required: true }) return false;
            await JudgeAsync(operation, mapping, example, key);
        }

        return true;
    }

    private async Task JudgeAsync(ServedOperation operation, MappingManifest mapping, ExampleRequest example, KeyManifest key)
    {
        using var sessions = new SessionBook(vendor.Options.Sessions, vendor.Options.Epoch, [vendor]);
        using var output = new JsonBuffer();
        if (vendor.Before(operation) is { } before) await AskAsync(before, vendor.Example(before), key, sessions, output);
        output.Clear();
        var reply = await AskAsync(operation, example, key, sessions, output);
        var success = operation.Operation.Success!;
        if (reply.Status != success.Status)
        {
            diagnostics.Add(
                mapping.Node.File, mapping.Node.Pointer,
                $"{operation.Operation.Method} {example.Target} is answered {reply.Status} {ManifestNode.Shown(reply.Body.IsEmpty ? null : Json(reply))}",
                $"{success.Status}, as the spec describes it");
            return;
        }

        if (success.Schema is null || reply.ContentType is not { } type || !type.Contains("json", StringComparison.OrdinalIgnoreCase)) return;
        var violations = new List<Violation>();
        SchemaValidator.Check(Json(reply), success.Schema, "", "", violations);
        foreach (var violation in violations.Where(v => !excused.Contains(v)))
            diagnostics.Add(mapping.Node.File, mapping.Node.Pointer, Describe($"{operation.Operation.Method} {operation.Template.Path} is answered with", violation), Remedy(violation));
    }

    private ValueTask<Reply> AskAsync(ServedOperation operation, ExampleRequest example, KeyManifest key, SessionBook sessions, JsonBuffer output)
    {
        var headers = new ExampleHeaders(operation.Operation, Credential(key), example.Body is not null);
        var body = example.Body is null ? default : PlainJson.Bytes(example.Body);
        return pipeline.AnswerAsync(new Request(operation.Operation.Method, example.Target, headers, body, output), sessions);
    }

    private KeyValuePair<string, string> Credential(KeyManifest key)
    {
        var (header, sample) = (vendor.Authenticator.Header, vendor.Authenticator.Sample);
        return KeyValuePair.Create(header, sample[..^manifest.Auth.Keys[0].Key.Length] + key.Key);
    }

    private static JsonNode? Json(Reply reply)
    {
        var text = Encoding.UTF8.GetString(reply.Body.Span);
        return reply.ContentType?.Contains("json", StringComparison.OrdinalIgnoreCase) == true ? JsonNode.Parse(text) : JsonValue.Create(text);
    }

    /// <summary>A violation in words; places in lists are written alike, so that a mistake is reported once.</summary>
    private static string Describe(string who, Violation violation)
    {
        var place = violation.Place;
        if (violation.Rule == "required") return $"{who} nothing at '{place}', which the spec requires";
        return $"{who} what breaks the spec's {violation.Rule}{(place.Length == 0 ? "" : $" at '{place}'")}";
    }

    private static string Remedy(Violation violation) => violation.Rule switch
    {
        "required" => "a source for it, or a spec that does not require it",
        "additionalProperties" => "what the spec names, or a spec that allows more",
        _ => $"{violation.Rule}: {violation.Limit}",
    };
}
