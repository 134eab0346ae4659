using MockCustomers.Manifests;
using MockCustomers.Vendors;

namespace MockCustomers.Building.Errors;

/// <summary>Builds the wording of single faults.</summary>
/// <param name="violations">How violations are worded where a fault does not say otherwise.</param>
internal sealed class FaultWordingBuilder(ErrorsManifest errors, ViolationTexts violations)
{
    /// <summary>The wording of a fault, and of its variants.</summary>
    /// <param name="parent">The wording from which it takes what it does not say itself; null for none.</param>
    public FaultWording Build(FaultManifest manifest, FaultWording? parent = null)
    {
        var message = manifest.Message is { } text ? PlaceholderCheck.Text(text, manifest.Node, FaultValues.Placeholders) : parent?.Message;
        var place = manifest.Body is null ? errors.Node.Optional("body") ?? errors.Node : manifest.Node;
        var body = manifest.Body is not null || parent is null ? PlaceholderCheck.Body(manifest.Body ?? errors.Body, place, FaultValues.Placeholders) : parent.Body;
        var wording = new FaultWording(
            manifest.Status,
            message,
            manifest.Code ?? parent?.Code,
            body,
            manifest.ContentType ?? parent?.ContentType ?? errors.ContentType,
            manifest.Headers,
            manifest.Violations is { } own ? ViolationTextsBuilder.Build(own) : parent?.Violations ?? violations);
        var variants = new Dictionary<string, FaultWording>();
        foreach (var (key, variant) in manifest.Variants) variants.Add(key, Build(variant, wording));
        return wording with { Variants = variants };
    }
}
