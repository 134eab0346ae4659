namespace MockCustomers.Matching.Matchers;

/// <summary>One of several matchers matches.</summary>
internal sealed class AnyMatcher(IReadOnlyList<IMatcher> matchers) : IMatcher
{
    public bool IsMatch(Content? content) => matchers.Any(matcher => matcher.IsMatch(content));
}
