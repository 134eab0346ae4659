using MockCustomers.Exchange;
using MockCustomers.Manifests;

namespace MockCustomers.Vendors;

/// <summary>Puts a fault into a vendor's own words.</summary>
public sealed class ErrorTemplate
{
    /// <summary>What a refusal is about that only somebody's wish has brought about.</summary>
    private static readonly Fault Requested = new(FaultKind.Unexpected) { Id = "requested", Violations = [new Violation("/query/requested", "requested", "requested", "", "")] };

    private readonly FaultMap<FaultWords> words = new();
    private readonly Dictionary<string, FaultMap<FaultWords>> own = [];
    private readonly Dictionary<int, FaultWords> statuses = [];

    private readonly ErrorsManifest manifest;
    private readonly FaultManifest general;
    private readonly ViolationTexts violations;

    public ErrorTemplate(ErrorsManifest manifest, IEnumerable<MappingManifest> mappings)
    {
        this.manifest = manifest;
        general = manifest.General ?? (manifest.Body is null ? Spoken(FaultKind.Unexpected, manifest)! : new FaultManifest(500, null, null, null, null, [], null, new Dictionary<string, FaultManifest>(), manifest.Node));
        violations = new ViolationTexts(manifest.Violations);
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

    /// <summary>The reply with a status that somebody asked for, in the vendor's words for that status, else in those of the first fault that has it.</summary>
    /// <returns>null when the vendor has no words for it.</returns>
    public Reply? Worded(int status, Request request, ServedOperation operation)
    {
        var spoken = statuses.GetValueOrDefault(status) ?? FaultKinds.All.Where(kind => kind is not (FaultKind.NoSuchPath or FaultKind.MethodNotAllowed))
            .Select(kind => words[kind]).FirstOrDefault(w => w?.Manifest.Status == status);
        return spoken is null ? null : Asked(spoken, request, operation);
    }

    /// <summary>The reply with a status that somebody asked for and for which the vendor has no words: in the general shape of its errors.</summary>
    /// <param name="status">400 to 599.</param>
    public Reply General(int status, Request request, ServedOperation operation)
    {
        var told = general with { Status = status, Message = general.Message ?? ReasonPhrases.Of(status), Code = general.Code ?? ReasonPhrases.CodeOf(status) };
        return Asked(new FaultWords(told, manifest, violations), request, operation);
    }

    /// <summary>A refusal for which the request gave no reason; clients that try again are told when, where that is usual (RFC 9110 10.2.3, RFC 6585 4).</summary>
    private static Reply Asked(FaultWords spoken, Request request, ServedOperation operation)
    {
        var reply = Render(spoken, Requested, request, operation);
        if (reply.Status is not (429 or 503) || reply.Headers.Any(h => h.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase))) return reply;
        return reply.With([KeyValuePair.Create("Retry-After", "1")]);
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
