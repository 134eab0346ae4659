using System.Text.RegularExpressions;

namespace MockCustomers.OpenApi.Specs;

/// <summary>Reads patterns; one that does not compile is a finding.</summary>
internal sealed class Patterns(Spec spec)
{
    private readonly HashSet<string> fine = [];

    public string? Read(Place at)
    {
        if (spec.Text(at) is not { } pattern) return null;
        if (fine.Contains(pattern)) return pattern;
        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant);
            fine.Add(pattern);
            return pattern;
        }
        catch (ArgumentException e)
        {
            spec.Report(at, $"'{pattern}' is not a regular expression: {e.Message.TrimEnd('.')}", "write one that ECMAScript and .NET read alike");
            return null;
        }
    }
}
