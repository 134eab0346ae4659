using System.Buffers;
using System.Globalization;
using MockCustomers.Exchange;

namespace MockCustomers.Manifests;

/// <summary>Reads the errors of a manifest.</summary>
internal static class ErrorsReader
{
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("-_ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    public static ErrorsManifest Read(ManifestNode root)
    {
        var node = root.Required("errors", "the vendor's words for refusals: body, faults");
        node?.Allow("contentType", "body", "faults", "statuses", "violations", "source");
        var faults = new Dictionary<FaultKind, FaultManifest>();
        foreach (var (word, fault) in node?.Required("faults", "a map of faults")?.Entries ?? [])
        {
            if (FaultKinds.Words.TryGetValue(word, out var kind)) faults[kind] = Fault(fault);
            else fault.Report($"'{word}' is no fault", $"one of: {string.Join(", ", FaultKinds.Words.Keys.Order(StringComparer.Ordinal))}");
        }

        if (node is not null) Complete(node, faults);
        var violations = node?.Optional("violations");
        violations?.Allow("style", "texts", "source");
        return new ErrorsManifest(
            node?.Text("contentType") ?? "application/json",
            node?.Optional("body")?.Json,
            faults,
            Statuses(node?.Optional("statuses")),
            violations?.Text("style") ?? "sentence",
            Texts(violations?.Optional("texts")),
            node ?? root);
    }

    /// <summary>A list of header names and values.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Headers(ManifestNode? node)
    {
        if (node is null) return [];
        foreach (var (name, value) in node.Entries)
        {
            if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(NameCharacters)) value.Report($"'{name}' is no name of a header", "letters, digits and hyphens, such as X-Total");
            if (value.AsText is { } text && text.AsSpan().ContainsAnyExceptInRange(' ', '~')) value.Report($"{ManifestNode.Shown(value.Json)} is no value of a header", "visible ASCII");
        }

        return [.. node.Entries.Select(e => KeyValuePair.Create(e.Key, node.Text(e.Key) ?? ""))];
    }

    private static FaultManifest Fault(ManifestNode node, int? inherited = null)
    {
        node.Allow("status", "message", "code", "body", "contentType", "headers", "variants", "source");
        var status = (int?)node.Number("status", 400, 599) ?? inherited;
        if (status is null && node.Optional("status") is null) node.Report("'status' is missing", "an HTTP status from 400 to 599");
        return new FaultManifest(
            status ?? 500,
            node.Text("message"),
            node.Text("code"),
            node.Optional("body")?.Json,
            node.Text("contentType"),
            Headers(node.Optional("headers")),
            (node.Optional("variants")?.Entries ?? []).ToDictionary(e => e.Key, e => Fault(e.Value, status)),
            node);
    }

    private static Dictionary<int, FaultManifest> Statuses(ManifestNode? node)
    {
        var statuses = new Dictionary<int, FaultManifest>();
        foreach (var (text, fault) in node?.Entries ?? [])
        {
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 400 and <= 599) statuses[status] = Fault(fault, status);
            else fault.Report($"'{text}' is no status of an error", "a number from 400 to 599");
        }

        return statuses;
    }

    private static Dictionary<string, string> Texts(ManifestNode? node) =>
        node is null ? [] : node.Entries.ToDictionary(e => e.Key, e => node.Text(e.Key) ?? "");

    private static void Complete(ManifestNode node, Dictionary<FaultKind, FaultManifest> faults)
    {
        foreach (var (word, kind) in FaultKinds.Words)
        {
            if (faults.ContainsKey(kind)) continue;
            if (FaultKinds.Fallback(kind) is { } other && faults.ContainsKey(other)) continue;
            node.Report($"there are no words for '{word}'", $"faults: {word}: {{status, message}}");
        }
    }
}
