using MockCustomers.Diagnostics;
using MockCustomers.Fakes.Countries;
using MockCustomers.OpenApi;

namespace MockCustomers.Server;

/// <summary>Reads the countries of a folder: CODE.yaml each.</summary>
internal static class CountryFolder
{
    /// <param name="read">Gets every file that is read.</param>
    /// <param name="folders">Of two files of one name that in the later folder counts.</param>
    public static IReadOnlyDictionary<string, Country> Read(IReadOnlyList<string> folders, SourceFiles read, DiagnosticBag diagnostics)
    {
        var files = Files(folders);
        var countries = new Country?[files.Length];
        for (var i = 0; i < files.Length; i++)
        {
            var bytes = File.ReadAllBytes(files[i]);
            read.Add(files[i], bytes);
            var document = DocumentReader.Read(files[i], bytes, diagnostics);
            if (document is not null) countries[i] = CountryReader.Read(files[i], document, diagnostics);
        }

        if (files.Length == 0) diagnostics.Add(folders[^1], "", "there is no country here", "CODE.yaml for each country whose people are to be made up");
        return countries.OfType<Country>().ToDictionary(c => c.Code);
    }

    private static string[] Files(IReadOnlyList<string> folders)
    {
        var byName = new Dictionary<string, string>();
        foreach (var folder in folders.Where(Directory.Exists))
            foreach (var file in Directory.GetFiles(folder, "*.yaml")) byName[Path.GetFileName(file)] = file;
        return [.. byName.Values];
    }
}
