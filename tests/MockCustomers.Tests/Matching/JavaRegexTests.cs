using System.Text.RegularExpressions;
using MockCustomers.Matching;

namespace MockCustomers.Tests.Matching;

/// <summary>Patterns are Java's, and mean here what they mean there.</summary>
public sealed class JavaRegexTests
{
    [Theory]
    [InlineData(@"\d+", "12", true)]
    [InlineData(@"\d+", "١٢", false)]
    [InlineData(@"[\d-]+", "1-2", true)]
    [InlineData(@"\w+", "é", false)]
    [InlineData(@"\W", "é", true)]
    [InlineData(@"[\s\S]+", "a b", true)]
    [InlineData(@"\Qa.b\E", "a.b", true)]
    [InlineData(@"\Qa.b\E+", "axb", false)]
    [InlineData(@"\Qa.b", "a.b", true)]
    [InlineData(@"\p{Alpha}+", "Ada", true)]
    [InlineData(@"[\p{Digit}.]+", "1.5", true)]
    [InlineData(@"\P{Upper}", "A", false)]
    [InlineData(@"a\hb", "a b", true)]
    [InlineData(@"(?<year>\d{4})-\k<year>", "2026-2026", true)]
    [InlineData(@"[^/]+", "a", true)]
    [InlineData(@"\[a\]", "[a]", true)]
    [InlineData(@"[\]x]+", "]x", true)]
    public void An_expression_means_the_same(string java, string text, bool expected)
    {
        var whole = BoundedRegex.Whole(java, RegexOptions.Singleline, out var problem);
        problem.ShouldBeEmpty();
        whole.ShouldNotBeNull()(text).ShouldBe(expected);
    }

    [Theory]
    [InlineData("[a-z&&[^b]]")]
    [InlineData("[a[b]]")]
    [InlineData(@"[\S[b]]")]
    [InlineData(@"\R")]
    [InlineData("a++")]
    [InlineData("(?U)a")]
    [InlineData("[a")]
    [InlineData(@"\p{javaLowerCase}")]
    public void What_only_Java_can_say_is_refused(string java)
    {
        BoundedRegex.Whole(java, RegexOptions.Singleline, out var problem).ShouldBeNull();
        problem.ShouldNotBeEmpty();
    }
}
