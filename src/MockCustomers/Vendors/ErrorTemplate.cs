using MockCustomers.Exchange;
using MockCustomers.Manifests;

namespace MockCustomers.Vendors;

/// <summary>Puts a fault into a vendor's own words.</summary>
public sealed class ErrorTemplate
{
    private readonly Dictionary<FaultKind, FaultWords> words = [];
    private readonly Dictionary<(string Operation, FaultKind Kind), FaultWords> own = [];
    private readonly Dictionary<int, FaultWords> statuses;

    public ErrorTemplate(ErrorsManifest manifest, IEnumerable<MappingManifest> mappings)
    {
        var violations = new ViolationTexts(manifest.Violations);
        statuses = manifest.Statuses.ToDictionary(s => s.Key, s => new FaultWords(s.Value, manifest, violations));
        foreach (var kind in FaultKinds.Words.Values)
            if (Spoken(kind, manifest) is { } fault) words[kind] = new FaultWords(fault, manifest, violations);
        foreach (var mapping in mappings)
            foreach (var (kind, fault) in mapping.Faults) own[(mapping.Operation, kind)] = new FaultWords(fault, manifest, violations, words.GetValueOrDefault(kind));
    }

    /// <summary>The reply to a refused request.</summary>
    /// <param name="operation">The operation that refused it; null when none was found.</param>
    public Reply Render(Fault fault, Request request, ServedOperation? operation)
    {
        var spoken = operation is not null && own.TryGetValue((operation.Operation.Id, fault.Kind), out var special) ? special : words[fault.Kind];
        return Render(spoken.For(fault), fault, request, operation);
    }

    /// <summary>The reply with a status that a client asked for: in the words for that status, else in those of the first fault that has it.</summary>
    /// <returns>null when the vendor has no words for it.</returns>
    public Reply? Render(int status, Request request, ServedOperation operation)
    {
        var spoken = statuses.GetValueOrDefault(status) ?? words.FirstOrDefault(w => w.Key is not (FaultKind.NoSuchPath or FaultKind.MethodNotAllowed) && w.Value.Manifest.Status == status).Value;
        if (spoken is null) return null;
        var fault = new Fault(FaultKind.Unexpected) { Id = "requested", Violations = [new Violation("/query/requested", "requested", "requested", "", "")] };
        return Render(spoken, fault, request, operation);
    }

    private static Reply Render(FaultWords spoken, Fault fault, Request request, ServedOperation? operation)
    {
        var values = new FaultValues(fault, request, spoken, operation?.Operation.Body?.Schema.Name ?? "");
        spoken.Body.Write(values, request.Output);
        IReadOnlyList<KeyValuePair<string, string>> headers = spoken.Manifest.Headers;
        if (fault.Allow is { } allow) headers = [.. headers, KeyValuePair.Create("Allow", allow)];
        return new Reply(spoken.Manifest.Status, spoken.ContentType, request.Output.Written, headers);
    }

    /// <summary>A fault's own words, else those of the fault whose words it borrows.</summary>
    private static FaultManifest? Spoken(FaultKind kind, ErrorsManifest manifest)
    {
        for (FaultKind? at = kind; at is { } one; at = FaultKinds.Fallback(one))
            if (manifest.Faults.GetValueOrDefault(one) is { } fault) return fault;
        return null;
    }
}
