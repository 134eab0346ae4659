namespace MockCustomers.Filters;

/// <summary>The filter grammars, by the names that manifests give them.</summary>
internal static class Grammars
{
    public static IReadOnlyDictionary<string, IFilterGrammar> All { get; } =
        new IFilterGrammar[] { new ObjectsGrammar(), new PipesGrammar(), new TermsGrammar() }.ToDictionary(g => g.Name);
}
