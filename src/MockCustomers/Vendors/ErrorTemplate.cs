using System.Globalization;
using MockCustomers.Exchange;
using MockCustomers.Manifests;
using MockCustomers.Templates;

namespace MockCustomers.Vendors;

/// <summary>Puts a fault into a vendor's own words.</summary>
public sealed class ErrorTemplate
{
    internal static readonly string[] Placeholders =
        ["status", "message", "code", "id", "path", "method", "violations", "field", "value", "limit", "detail"];

    private readonly Dictionary<FaultKind, Words> words = [];
    private readonly Dictionary<int, Words> statuses;
    private readonly ViolationTexts violations;

    public ErrorTemplate(ErrorsManifest manifest)
    {
        violations = new ViolationTexts(manifest);
        statuses = manifest.Statuses.ToDictionary(s => s.Key, s => new Words(s.Value, manifest));
        foreach (var kind in FaultKinds.Words.Values)
        {
            var own = manifest.Faults.GetValueOrDefault(kind)
                ?? (FaultKinds.Fallback(kind) is { } other ? manifest.Faults.GetValueOrDefault(other) : null);
            if (own is not null) words[kind] = new Words(own, manifest);
        }
    }

    /// <summary>The reply to a refused request.</summary>
    public Reply Render(Fault fault, Request request) => Render(words[fault.Kind].For(fault), fault, request);

    /// <summary>The reply with a status that a client asked for: in the words for that status, else in those of the first fault that has it.</summary>
    /// <returns>null when the vendor has no words for it.</returns>
    public Reply? Render(int status, Request request)
    {
        var spoken = statuses.GetValueOrDefault(status) ?? words.Values.FirstOrDefault(w => w.Manifest.Status == status);
        if (spoken is null) return null;
        var kind = words.FirstOrDefault(w => w.Value == spoken, new(FaultKind.Unexpected, spoken)).Key;
        return Render(spoken, new Fault(kind) { Id = "", Violations = [new Violation("", "field", "requested", "", "")] }, request);
    }

    private Reply Render(Words spoken, Fault fault, Request request)
    {
        var values = new FaultValues(fault, request, spoken.Manifest, spoken.Message, violations);
        spoken.Body.Write(values, request.Output);
        IReadOnlyList<KeyValuePair<string, string>> headers = spoken.Manifest.Headers;
        if (fault.Allow is { } allow) headers = [.. headers, KeyValuePair.Create("Allow", allow)];
        return new Reply(spoken.Manifest.Status, spoken.ContentType, request.Output.Written, headers);
    }

    private sealed class Words
    {
        private readonly Dictionary<string, Words> variants;

        public Words(FaultManifest manifest, ErrorsManifest errors, Words? parent = null)
        {
            Manifest = manifest;
            Message = manifest.Message is { } message ? new TextTemplate(message) : parent?.Message;
            if (Message is not null) BodyTemplate.Check(Message, manifest.Node, Placeholders);
            Body = manifest.Body is not null || parent is null
                ? BodyTemplate.Compile(manifest.Body ?? errors.Body, manifest.Body is null ? errors.Node.Optional("body") ?? errors.Node : manifest.Node, Placeholders)
                : parent.Body;
            ContentType = manifest.ContentType ?? parent?.ContentType ?? errors.ContentType;
            variants = manifest.Variants.ToDictionary(v => v.Key, v => new Words(v.Value, errors, this));
        }

        public FaultManifest Manifest { get; }

        public TextTemplate? Message { get; }

        public BodyTemplate Body { get; }

        public string ContentType { get; }

        public Words For(Fault fault)
        {
            if (variants.Count == 0 || fault.Violations.Count == 0) return this;
            var first = fault.Violations[0];
            return variants.GetValueOrDefault($"{first.Field}.{first.Rule}") ?? variants.GetValueOrDefault(first.Rule) ?? this;
        }
    }

    private sealed class FaultValues(
        Fault fault, Request request, FaultManifest manifest, TextTemplate? message, ViolationTexts texts) : ITemplateValues
    {
        public bool Write(string name, JsonBuffer json)
        {
            if (name == "status") json.Number(manifest.Status);
            else if (name == "violations") return texts.Write(fault.Violations, json);
            else if (Text(name) is { } text) json.String(text);
            else return false;
            return true;
        }

        public string? Text(string name) => name switch
        {
            "status" => manifest.Status.ToString(CultureInfo.InvariantCulture),
            "message" => message?.Fill(this),
            "code" => manifest.Code,
            "id" => fault.Id,
            "detail" => fault.Detail,
            "path" => request.Path.ToString(),
            "method" => request.Method,
            "violations" => texts.Sentence(fault.Violations),
            "field" => fault.Violations.Count > 0 ? fault.Violations[0].Field : null,
            "value" => fault.Violations.Count > 0 ? fault.Violations[0].Value : null,
            "limit" => fault.Violations.Count > 0 ? fault.Violations[0].Limit : null,
            _ => null,
        };
    }
}
