using AnyOfTypes;
using MockCustomers.Diagnostics;
using MockCustomers.Mappings;
using MockCustomers.Matching;
using WireMock.Matchers;
using WireMock.Models;

namespace MockCustomers.Stubs.Inside;

/// <summary>What mappings carry, as a matcher of WireMock.Net.</summary>
internal sealed class CarriedMatcher : IStringMatcher
{
    private readonly string text;
    private readonly CarriedPattern pattern;

    public CarriedMatcher(string text)
    {
        var mistakes = new DiagnosticBag();
        this.text = text;
        pattern = CarriedPattern.Read(text, mistakes) ?? throw new ArgumentException(string.Join("; ", mistakes.Found), nameof(text));
    }

    public string Name => CarriedPattern.Name;

    public MatchBehaviour MatchBehaviour => MatchBehaviour.AcceptOnMatch;

    public MatchOperator MatchOperator => MatchOperator.Or;

    public MatchResult IsMatch(string? input)
    {
        try
        {
            return MatchResult.From(Name, pattern.IsMatch(input) ? MatchScores.Perfect : MatchScores.Mismatch);
        }
        catch (PatternException unanswerable)
        {
            return MatchResult.From(Name, unanswerable);
        }
    }

    public AnyOf<string, StringPattern>[] GetPatterns() => [text];

    public string GetCSharpCodeArguments() => throw new NotSupportedException();
}
