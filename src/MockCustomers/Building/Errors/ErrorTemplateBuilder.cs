using MockCustomers.Exchange;
using MockCustomers.Manifests;
using MockCustomers.Templates;
using MockCustomers.Vendors;

namespace MockCustomers.Building.Errors;

/// <summary>Builds the wording of all refusals of a vendor.</summary>
/// <remarks>For a manifest that was read without a finding: then there is a wording for every fault.</remarks>
internal static class ErrorTemplateBuilder
{
    /// <summary>The errors of a vendor; what is wrong with them is reported.</summary>
    public static ErrorTemplate Build(ErrorsManifest manifest, IEnumerable<MappingManifest> mappings)
    {
        var builder = new FaultWordingBuilder(manifest, ViolationTextsBuilder.Build(manifest.Violations));
        var statuses = new Dictionary<int, FaultWording>();
        foreach (var (status, fault) in manifest.Statuses) statuses.Add(status, builder.Build(fault));
        var faults = new FaultMap<FaultWording>();
        foreach (var kind in FaultKinds.All)
            if (WordingOf(kind, manifest) is { } fault) faults[kind] = builder.Build(fault);
        var general = builder.Build(General(manifest));
        faults[FaultKind.UnsupportedEncoding] ??= general with
        {
            Status = 415,
            Message = new TextTemplate("Unsupported Content-Encoding"),
            Code = general.Code ?? ReasonPhrases.CodeOf(415),
        };
        var operations = new Dictionary<string, FaultMap<FaultWording>>();
        foreach (var mapping in mappings)
        {
            var own = operations[mapping.Operation] = new FaultMap<FaultWording>();
            foreach (var kind in FaultKinds.All)
                if (mapping.Faults[kind] is { } fault) own[kind] = builder.Build(fault, faults[kind]);
        }

        return new ErrorTemplate(faults, operations, statuses, general);
    }

    /// <summary>The shape of errors that have no wording of their own: the manifest's, else the body of all errors, else that of a failure.</summary>
    private static FaultManifest General(ErrorsManifest manifest)
    {
        if (manifest.General is { } general) return general;
        if (manifest.Body is null && WordingOf(FaultKind.Unexpected, manifest) is { } failure) return failure;
        return new FaultManifest(500, null, null, null, null, [], null, new Dictionary<string, FaultManifest>(), manifest.Node);
    }

    /// <summary>A fault's own wording, else that of the fault whose wording it takes; null when there is none.</summary>
    private static FaultManifest? WordingOf(FaultKind kind, ErrorsManifest manifest)
    {
        foreach (var one in FaultKinds.Chain(kind))
            if (manifest.Faults[one] is { } fault) return fault;
        return null;
    }
}
