using MockCustomers.Exchange;
using MockCustomers.Manifests;

namespace MockCustomers.Vendors;

/// <summary>Puts a fault into a vendor's own words.</summary>
public sealed class ErrorTemplate
{
    private readonly FaultMap<FaultWords> words = new();
    private readonly Dictionary<string, FaultMap<FaultWords>> own = [];
    private readonly Dictionary<int, FaultWords> statuses = [];

    public ErrorTemplate(ErrorsManifest manifest, IEnumerable<MappingManifest> mappings)
    {
        var violations = new ViolationTexts(manifest.Violations);
        foreach (var (status, fault) in manifest.Statuses) statuses[status] = new FaultWords(fault, manifest, violations);
        foreach (var kind in FaultKinds.All)
            if (Spoken(kind, manifest) is { } fault) words[kind] = new FaultWords(fault, manifest, violations);
        foreach (var mapping in mappings)
        {
            own[mapping.Operation] = new FaultMap<FaultWords>();
            foreach (var kind in FaultKinds.All)
                if (mapping.Faults[kind] is { } fault) own[mapping.Operation][kind] = new FaultWords(fault, manifest, violations, words[kind]);
        }
    }

    /// <summary>The reply to a refused request.</summary>
    /// <param name="operation">The operation that refused it; null when none was found.</param>
    public Reply Render(Fault fault, Request request, ServedOperation? operation)
    {
        var spoken = operation is not null && own.TryGetValue(operation.Operation.Id, out var special) ? special[fault.Kind] : null;
        spoken ??= words[fault.Kind]!;
        return Render(spoken.For(fault), fault, request, operation);
    }

    /// <summary>The reply with a status that a client asked for: in the words for that status, else in those of the first fault that has it.</summary>
    /// <returns>null when the vendor has no words for it.</returns>
    public Reply? Render(int status, Request request, ServedOperation operation)
    {
        var spoken = statuses.GetValueOrDefault(status) ?? FaultKinds.All.Where(kind => kind is not (FaultKind.NoSuchPath or FaultKind.MethodNotAllowed))
            .Select(kind => words[kind]).FirstOrDefault(w => w?.Manifest.Status == status);
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
        foreach (var spoken in FaultKinds.Chain(kind))
            if (manifest.Faults[spoken] is { } fault) return fault;
        return null;
    }
}
