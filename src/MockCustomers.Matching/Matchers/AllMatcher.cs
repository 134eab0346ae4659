namespace MockCustomers.Matching.Matchers;

/// <summary>All of several matchers match.</summary>
internal sealed class AllMatcher(IReadOnlyList<IMatcher> matchers) : IMatcher
{
    public bool IsMatch(Content? content) => matchers.All(matcher => matcher.IsMatch(content));
}
