using MockCustomers.Exchange;
using MockCustomers.Manifests;
using MockCustomers.Templates;

namespace MockCustomers.Vendors;

/// <summary>A vendor's words for one fault, compiled.</summary>
internal sealed class FaultWords
{
    private readonly Dictionary<string, FaultWords> variants;

    /// <param name="parent">The words of which these are a variant: what these do not say, those do.</param>
    public FaultWords(FaultManifest manifest, ErrorsManifest errors, ViolationTexts violations, FaultWords? parent = null)
    {
        Manifest = manifest;
        Message = manifest.Message is { } message ? new TextTemplate(message) : parent?.Message;
        if (Message is not null) BodyTemplate.Check(Message, manifest.Node, FaultValues.Placeholders);
        Body = manifest.Body is not null || parent is null
            ? BodyTemplate.Compile(manifest.Body ?? errors.Body, manifest.Body is null ? errors.Node.Optional("body") ?? errors.Node : manifest.Node, FaultValues.Placeholders)
            : parent.Body;
        Code = manifest.Code ?? parent?.Code;
        ContentType = manifest.ContentType ?? parent?.ContentType ?? errors.ContentType;
        Violations = manifest.Violations is { } own ? new ViolationTexts(own) : parent?.Violations ?? violations;
        variants = manifest.Variants.ToDictionary(v => v.Key, v => new FaultWords(v.Value, errors, violations, this));
    }

    public FaultManifest Manifest { get; }

    public TextTemplate? Message { get; }

    public string? Code { get; }

    public BodyTemplate Body { get; }

    public string ContentType { get; }

    public ViolationTexts Violations { get; }

    /// <summary>The words for a fault: a variant's where its first violation has one.</summary>
    public FaultWords For(Fault fault)
    {
        if (variants.Count == 0 || fault.Violations.Count == 0) return this;
        var first = fault.Violations[0];
        return variants.GetValueOrDefault($"{first.Field}.{first.Rule}") ?? variants.GetValueOrDefault(first.Rule) ?? this;
    }
}
