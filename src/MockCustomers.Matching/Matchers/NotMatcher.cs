namespace MockCustomers.Matching.Matchers;

/// <summary>A matcher does not match.</summary>
internal sealed class NotMatcher(IMatcher inner) : IMatcher
{
    public bool IsMatch(Content? content) => !inner.IsMatch(content);
}
