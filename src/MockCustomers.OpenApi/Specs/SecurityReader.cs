namespace MockCustomers.OpenApi.Specs;

/// <summary>Reads which operations ask for a credential.</summary>
/// <param name="schemes">The names of the security schemes.</param>
internal sealed class SecurityReader(Spec spec, IReadOnlyList<string> schemes)
{
    /// <summary>
    /// Whether requests pass without a credential: an empty list says so, and an empty requirement among several; an operation's own
    /// list replaces the spec's. A spec that says nothing of security leaves it to the manifest.
    /// </summary>
    public bool IsOpen(SpecNode operation)
    {
        var said = operation.Has("security") ? operation["security"] : spec.Root["security"];
        if (said.IsMissing) return false;
        var choices = spec.Items(said).Select(Names).ToList();
        return choices.Count == 0 || choices.Exists(names => names.Count == 0);
    }

    private List<string> Names(SpecNode choice)
    {
        var names = spec.Members(choice).ToList();
        foreach (var at in names.Where(member => !schemes.Contains(member.Key)))
            spec.Report(
                at,
                $"the security scheme '{at.Key}' is not described",
                schemes.Count == 0 ? "describe it in components" : $"one of: {string.Join(", ", schemes)}");
        return [.. names.Select(member => member.Key)];
    }
}
