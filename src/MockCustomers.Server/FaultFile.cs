using MockCustomers.Diagnostics;
using MockCustomers.Faults;
using MockCustomers.OpenApi;
using MockCustomers.Sessions;
using MockCustomers.Vendors;

namespace MockCustomers.Server;

/// <summary>Reads the faults of a file: an array in JSON or YAML, as POST /__admin/faults takes them one by one.</summary>
internal static class FaultFile
{
    /// <summary>The names that faults may use where these vendors are served.</summary>
    public static FaultVocabulary Vocabulary(IEnumerable<Vendor> vendors) =>
        new(vendors.ToDictionary(vendor => vendor.Name, IReadOnlyList<string> (vendor) => [.. vendor.Operations.Select(o => o.Operation.Id)]));

    /// <param name="file">Its name; with #/KEY behind it the array stands in the file under that key.</param>
    /// <param name="vocabulary">The names that faults may use; null to take any.</param>
    /// <param name="diagnostics">Told all that is wrong: file#pointer: what is wrong; what would be right.</param>
    /// <returns>What can be used only when nothing was told.</returns>
    public static IReadOnlyList<FaultRule> Read(string file, FaultVocabulary? vocabulary, DiagnosticBag diagnostics)
    {
        (file, var key) = Split(file);
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
        var place = new JsonPlace(document, file, "", mistakes);
        if (key is not null) place = place.Optional(key) ?? place.Holding(null);
        var rules = mistakes.IsEmpty ? new FaultReader(vocabulary).ReadAll(place) : [];
        diagnostics.Add(mistakes);
        return rules;
    }

    /// <summary>Lets what the file says go wrong from the start, in the sessions that it names.</summary>
    /// <exception cref="InvalidSandboxException">Something is wrong with the file; all of it is told.</exception>
    public static void Add(string file, SessionBook sessions, IEnumerable<Vendor> vendors)
    {
        var diagnostics = new DiagnosticBag();
        foreach (var rule in Read(file, Vocabulary(vendors), diagnostics))
            if ((rule.Match.Session is { } name ? sessions.FindOrOpen(name) : sessions.Default)?.Faults.Add(rule) is null)
                diagnostics.Add(file, "", $"there are more than {FaultBook.MostByDefault} faults, or the session '{rule.Match.Session}' cannot be opened", "fewer faults; a session's name of 1 to 64 letters, digits, dots, dashes and underscores");
        diagnostics.ThrowIfAny();
    }

    /// <summary>A file that is there by its whole name is that file.</summary>
    private static (string File, string? Key) Split(string name) =>
        name.LastIndexOf("#/", StringComparison.Ordinal) is var at and > 0 && !File.Exists(name) ? (name[..at], name[(at + 2)..]) : (name, null);
}
