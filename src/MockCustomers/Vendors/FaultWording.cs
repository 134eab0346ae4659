using MockCustomers.Exchange;
using MockCustomers.Templates;

namespace MockCustomers.Vendors;

/// <summary>How a vendor words one fault.</summary>
/// <param name="Status">400 to 599.</param>
/// <param name="Message">What {message} stands for; null for nothing.</param>
/// <param name="Code">What {code} stands for; null where the vendor has no codes.</param>
/// <param name="Headers">Sent with it.</param>
/// <param name="Violations">How {violations} is written.</param>
internal sealed record FaultWording(
    int Status,
    TextTemplate? Message,
    string? Code,
    BodyTemplate Body,
    string ContentType,
    IReadOnlyList<KeyValuePair<string, string>> Headers,
    ViolationTexts Violations)
{
    /// <summary>Other wordings where the first violation is of a field and rule ("limit.minimum") or of a rule ("minimum").</summary>
    public IReadOnlyDictionary<string, FaultWording> Variants { get; init; } = new Dictionary<string, FaultWording>();

    /// <summary>Whether it says the same of every fault and to every request.</summary>
    public bool IsConstant => Variants.Count == 0 && Body.Placeholders.All(name => name is "status" or "code" || (name == "message" && Message is null or { IsPlain: true }));

    /// <summary>The wording of a fault: a variant where its first violation has one.</summary>
    public FaultWording For(Fault fault)
    {
        if (Variants.Count == 0 || fault.Violations.Count == 0) return this;
        var first = fault.Violations[0];
        return Variants.GetValueOrDefault($"{first.Field}.{first.Rule}") ?? Variants.GetValueOrDefault(first.Rule) ?? this;
    }
}
