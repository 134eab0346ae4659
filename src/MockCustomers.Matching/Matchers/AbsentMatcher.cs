namespace MockCustomers.Matching.Matchers;

/// <summary>There is no such value.</summary>
internal sealed class AbsentMatcher : IMatcher
{
    public bool IsMatch(Content? content) => content is null;
}
