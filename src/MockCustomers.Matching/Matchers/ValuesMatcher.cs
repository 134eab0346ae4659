namespace MockCustomers.Matching.Matchers;

/// <summary>What is asked of a header, a cookie or a parameter, each of which may have several values.</summary>
internal sealed record ValuesMatcher(ValuesRule Rule, IReadOnlyList<IMatcher> Matchers)
{
    public bool IsMatch(IReadOnlyList<string> values)
    {
        var contents = values.Select(Content.Of).ToList();
        return Rule switch
        {
            ValuesRule.Exactly => contents.Count == Matchers.Count && Matchers.All(matcher => contents.Exists(matcher.IsMatch)) && contents.TrueForAll(value => Matchers.Any(matcher => matcher.IsMatch(value))),
            ValuesRule.Includes => Matchers.All(matcher => contents.Exists(matcher.IsMatch)),
            _ => contents.Count == 0 ? Matchers[0].IsMatch(null) : contents.Exists(Matchers[0].IsMatch),
        };
    }
}
