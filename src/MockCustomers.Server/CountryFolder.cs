using MockCustomers.Diagnostics;
using MockCustomers.Fakes.Countries;
using MockCustomers.OpenApi;

namespace MockCustomers.Server;

/// <summary>Reads the countries of a folder: CODE.yaml each.</summary>
internal static class CountryFolder
{
    public static IReadOnlyDictionary<string, Country> Read(string folder, DiagnosticBag diagnostics)
    {
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.yaml") : [];
        var countries = new Country?[files.Length];
        for (var i = 0; i < files.Length; i++)
        {
            var document = DocumentReader.Read(files[i], File.ReadAllBytes(files[i]), diagnostics);
            if (document is not null) countries[i] = CountryReader.Read(files[i], document, diagnostics);
        }

        if (files.Length == 0) diagnostics.Add(folder, "", "there is no country here", "CODE.yaml for each country whose people are to be made up");
        return countries.OfType<Country>().ToDictionary(c => c.Code);
    }
}
