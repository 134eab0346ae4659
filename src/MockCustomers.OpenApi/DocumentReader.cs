using System.Text;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using MockCustomers.Diagnostics;
using MockCustomers.OpenApi.Documents;

namespace MockCustomers.OpenApi;

/// <summary>Reads a YAML 1.2 or JSON document into JSON nodes, keys in the order of the file.</summary>
/// <remarks>
/// A name that ends in .json is read as JSON, one in .yaml or .yml as YAML; any other by its first character. Every node is made
/// at once, none lazily, so that threads may share what is returned as long as none of them changes it.
/// </remarks>
internal static class DocumentReader
{
    /// <summary>How deep maps and lists may nest.</summary>
    internal const int MaxDepth = 100;

    /// <returns>null when there is nothing in it or it cannot be read; a diagnostic then says why.</returns>
    public static JsonNode? Read(string file, string text, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read(file, Encoding.UTF8.GetBytes(text), diagnostics);
    }

    /// <inheritdoc cref="Read(string, string, DiagnosticBag)"/>
    public static JsonNode? Read(string file, ReadOnlySpan<byte> utf8, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (utf8.StartsWith(Encoding.UTF8.Preamble)) utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        if (!Utf8.IsValid(utf8))
        {
            diagnostics.Add(file, "", "it is not UTF-8", "save it as UTF-8");
            return null;
        }
        if (First(utf8) is null)
        {
            diagnostics.Add(file, "", "it is empty", "write a YAML or JSON document");
            return null;
        }
        return IsJson(file, utf8)
            ? JsonTree.Read(file, utf8, diagnostics)
            : YamlTree.Read(file, Encoding.UTF8.GetString(utf8), diagnostics);
    }

    /// <summary>The first character that is not blank; null when there is none.</summary>
    /// <remarks>It is found at once: a vectorized search would be compiled at each start for that.</remarks>
    private static char? First(ReadOnlySpan<byte> utf8)
    {
        foreach (var letter in utf8)
            if (letter is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')) return (char)letter;
        return null;
    }

    private static bool IsJson(string file, ReadOnlySpan<byte> utf8) => Path.GetExtension(file).ToUpperInvariant() switch
    {
        ".JSON" => true,
        ".YAML" or ".YML" => false,
        _ => First(utf8) is '{' or '[',
    };
}
