namespace MockCustomers.OpenApi.Specs;

/// <summary>Where 2.0 names media types: beside the operation, or for all of them at the top.</summary>
internal static class SwaggerMediaTypes
{
    /// <param name="word">consumes or produces.</param>
    /// <returns>At least one; JSON when the spec names none.</returns>
    public static IReadOnlyList<string> MediaTypes(this Spec spec, SpecNode operation, string word)
    {
        var list = operation.Has(word) ? operation[word] : spec.Root[word];
        var types = spec.Items(list).Select(spec.Text).OfType<string>().ToList();
        return types.Count > 0 ? types : ["application/json"];
    }
}
