using System.Text.RegularExpressions;

namespace MockCustomers.OpenApi.Specs;

/// <summary>Reads patterns; one that does not compile is a finding.</summary>
internal sealed class PatternReader(Spec spec)
{
    private readonly HashSet<string> fine = [];

    public string? Read(SpecNode at)
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
