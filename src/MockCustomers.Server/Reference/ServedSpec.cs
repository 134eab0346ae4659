using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using MockCustomers.OpenApi;

namespace MockCustomers.Server.Reference;

/// <summary>A vendor's spec as it was read, to be shown to whoever asks for it.</summary>
/// <param name="Name">Under which it is served: openapi.json for the spec that the manifest names, the file's own name for those beside it, always with the ending .json.</param>
/// <param name="File">Where it was read from; its ending tells JSON from YAML.</param>
/// <param name="Content">The file's bytes as they were when the vendor was built of them.</param>
internal sealed record ServedSpec(string Name, string File, ReadOnlyMemory<byte> Content)
{
    /// <summary>The name of the first one, whatever its file is called.</summary>
    public const string Main = "openapi.json";

    /// <summary>Lower-case hex of the SHA-256 of the file's bytes; computed when it is first asked for.</summary>
    public string Sha256 => field ??= FileSum.Of(Content.Span);

    /// <summary>The specs of a vendor, each under a name of its own.</summary>
    /// <param name="files">The spec that the manifest names, and then those beside it.</param>
    public static IReadOnlyList<ServedSpec> Of(IEnumerable<FileContent> files)
    {
        var specs = new List<ServedSpec>();
        foreach (var (path, content) in files) specs.Add(new ServedSpec(NameOf(path, specs), path, content));
        return specs;
    }

    /// <summary>What the file says, as JSON; each call makes it anew, so that it may be changed.</summary>
    public JsonObject Document() => (JsonObject)DocumentReader.Read(File, Content.Span, new DiagnosticBag())!;

    private static string NameOf(string file, List<ServedSpec> before)
    {
        if (before.Count == 0) return Main;
        var stem = Path.GetFileNameWithoutExtension(file);
        var name = stem + ".json";
        for (var number = 2; before.Exists(other => other.Name == name); number++) name = $"{stem}-{number}.json";
        return name;
    }
}
