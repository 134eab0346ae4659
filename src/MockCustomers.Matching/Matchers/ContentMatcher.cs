namespace MockCustomers.Matching.Matchers;

/// <summary>A value is there, and passes a test.</summary>
internal sealed class ContentMatcher(Predicate<Content> test) : IMatcher
{
    public bool IsMatch(Content? content) => content is not null && test(content);
}
