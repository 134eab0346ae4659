using MockCustomers.Diagnostics;
using MockCustomers.Faults;
using MockCustomers.OpenApi;
using MockCustomers.Vendors;

namespace MockCustomers.Server;

/// <summary>Reads the faults of a file: an array in JSON or YAML, as POST /__admin/faults takes them one by one.</summary>
internal static class FaultFile
{
    /// <summary>The names that faults may use where these vendors are served.</summary>
    public static FaultVocabulary Vocabulary(IEnumerable<Vendor> vendors) =>
        new(vendors.ToDictionary(vendor => vendor.Name, IReadOnlyList<string> (vendor) => [.. vendor.Operations.Select(o => o.Operation.Id)]));

    /// <param name="vocabulary">The names that faults may use; null to take any.</param>
    /// <param name="diagnostics">Told all that is wrong: file#pointer: what is wrong; what would be right.</param>
    /// <returns>What can be used only when nothing was told.</returns>
    public static IReadOnlyList<FaultRule> Read(string file, FaultVocabulary? vocabulary, DiagnosticBag diagnostics)
    {
        byte[] text;
        try
        {
            text = File.ReadAllBytes(file);
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            diagnostics.Add(file, "", $"it cannot be read ({unread.Message})", "a file with an array of faults");
            return [];
        }

        var mistakes = new DiagnosticBag();
        var document = DocumentReader.Read(file, text, mistakes);
        var rules = mistakes.IsEmpty ? new FaultReader(vocabulary).ReadAll(new JsonPlace(document, file, "", mistakes)) : [];
        diagnostics.Add(mistakes);
        return rules;
    }
}
