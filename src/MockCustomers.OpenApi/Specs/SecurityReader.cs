using MockCustomers.Contracts;

namespace MockCustomers.OpenApi.Specs;

/// <summary>Reads which operations ask for a credential.</summary>
internal sealed class SecurityReader(Spec spec, IReadOnlyList<SecurityScheme> schemes)
{
    /// <summary>Whether no request passes without a credential; an operation's own security replaces the spec's, an empty one lifts it.</summary>
    public bool Secures(Place operation)
    {
        var choices = spec.Items(operation.Has("security") ? operation["security"] : spec.Root["security"]).Select(Names).ToList();
        return choices.Count > 0 && choices.TrueForAll(names => names.Count > 0);
    }

    private List<string> Names(Place choice)
    {
        var names = spec.Members(choice).ToList();
        foreach (var at in names.Where(member => !schemes.Any(scheme => scheme.Name == member.Key)))
            spec.Report(
                at,
                $"the security scheme '{at.Key}' is not described",
                schemes.Count == 0 ? "describe it in components" : $"one of: {string.Join(", ", schemes.Select(scheme => scheme.Name))}");
        return [.. names.Select(member => member.Key)];
    }
}
