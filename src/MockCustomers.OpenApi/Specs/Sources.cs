using System.Text.Json.Nodes;
using MockCustomers.Contracts;

namespace MockCustomers.OpenApi.Specs;

/// <summary>Reads x-source: a tag, or a map of tag and from.</summary>
internal static class Sources
{
    private static readonly string[] Tags = ["seed", "pub", "3rd", "inf"];

    /// <summary>The x-source of what stands there; null when it has none.</summary>
    public static SourceTag? Source(this Spec spec, SpecNode at)
    {
        var source = at["x-source"];
        if (source.IsMissing) return null;
        var (tag, from) = source.Node is JsonObject ? (source["tag"], spec.Text(source["from"])) : (source, null);
        if (spec.Text(tag) is { } text && Tags.Contains(text)) return new SourceTag(text, from);
        spec.Report(tag, $"unknown source {Spec.Shown(tag.Node)}", $"one of: {string.Join(", ", Tags)}");
        return null;
    }
}
