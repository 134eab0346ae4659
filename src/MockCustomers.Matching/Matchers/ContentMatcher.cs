namespace MockCustomers.Matching.Matchers;

/// <summary>A value passes a test.</summary>
/// <param name="whenAbsent">What a value is that is not there: it contains nothing, and so matches what asks for the contrary.</param>
internal sealed class ContentMatcher(Predicate<Content> test, bool whenAbsent = false) : IMatcher
{
    public bool IsMatch(Content? content) => content is null ? whenAbsent : test(content);
}
