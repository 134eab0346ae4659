using System.Globalization;
using System.Text.Json.Nodes;
using MockCustomers.Exchange;

namespace MockCustomers.Manifests;

/// <summary>Reads the errors of a manifest.</summary>
internal static class ErrorsReader
{
    /// <summary>Stands for every status that has no wording of its own.</summary>
    private const string AnyStatus = "default";

    public static ErrorsManifest Read(ManifestNode root)
    {
        var node = root.Required("errors", "the vendor's words for refusals: body, faults");
        node?.Allow("contentType", "body", "faults", "statuses", "violations", "source");
        var faults = Faults(node?.Required("faults", "a map of faults"));
        if (node is not null) Complete(node, faults);
        return new ErrorsManifest(
            (node is null ? null : HeaderReader.Value(node, "contentType")) ?? "application/json",
            node?.Optional("body")?.Json,
            faults,
            Statuses(node?.Optional("statuses")),
            node?.Optional("statuses")?.Optional(AnyStatus) is { } general ? Fault(general, 500) : null,
            Violations(node?.Optional("violations") ?? new ManifestNode(new JsonObject(), root.File, "/errors", root.Diagnostics)),
            node ?? root);
    }

    private static FaultManifest Fault(ManifestNode node, int? inherited = null)
    {
        node.Allow("status", "message", "code", "body", "contentType", "headers", "violations", "variants", "source");
        var status = (int?)node.Number("status", 400, 599) ?? inherited;
        if (status is null && node.Optional("status") is null) node.Report("'status' is missing", "an HTTP status from 400 to 599");
        return new FaultManifest(
            status ?? 500,
            node.Text("message"),
            node.Text("code"),
            node.Optional("body")?.Json,
            HeaderReader.Value(node, "contentType"),
            HeaderReader.Read(node.Optional("headers")),
            node.Optional("violations") is { } violations ? Violations(violations) : null,
            (node.Optional("variants")?.Entries ?? []).ToDictionary(e => e.Key, e => Fault(e.Value, status)),
            node);
    }

    private static ViolationsManifest Violations(ManifestNode node)
    {
        node.Allow("style", "texts", "labels", "codes", "item", "source");
        return new ViolationsManifest(
            node.Text("style") ?? "sentence",
            Texts(node.Optional("texts")),
            Texts(node.Optional("labels")),
            Texts(node.Optional("codes")),
            node.Optional("item")?.Json,
            node);
    }

    /// <summary>The wordings of faults, by their kinds.</summary>
    public static FaultMap<FaultManifest> Faults(ManifestNode? node)
    {
        var faults = new FaultMap<FaultManifest>();
        foreach (var (word, fault) in node?.Entries ?? [])
        {
            if (FaultKinds.Names[word] is { } kind) faults[kind] = Fault(fault);
            else fault.Report($"unknown fault '{word}'", $"one of: {string.Join(", ", FaultKinds.Names.All.Order(StringComparer.Ordinal))}");
        }

        return faults;
    }

    private static Dictionary<int, FaultManifest> Statuses(ManifestNode? node)
    {
        var statuses = new Dictionary<int, FaultManifest>();
        foreach (var (text, fault) in node?.Entries ?? [])
        {
            if (text == AnyStatus) continue;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 400 and <= 599) statuses[status] = Fault(fault, status);
            else fault.Report($"'{text}' is not a status of an error", $"a number from 400 to 599, or {AnyStatus}");
        }

        return statuses;
    }

    private static Dictionary<string, string> Texts(ManifestNode? node) =>
        node is null ? [] : node.Entries.ToDictionary(e => e.Key, e => node.Text(e.Key) ?? "");

    private static void Complete(ManifestNode node, FaultMap<FaultManifest> faults)
    {
        foreach (var word in FaultKinds.Names.All)
        {
            if (FaultKinds.HasGeneralShape(FaultKinds.Names[word]!.Value) || FaultKinds.Chain(FaultKinds.Names[word]!.Value).Any(kind => faults[kind] is not null)) continue;
            node.Report($"the fault '{word}' has no wording", $"faults: {word}: {{status, message}}");
        }
    }
}
