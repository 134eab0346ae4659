using System.Text.Json;
using MockCustomers.Matching;
using MockCustomers.Matching.JsonPaths;

namespace MockCustomers.Tests.Matching;

/// <summary>Where JSONPath expressions lead.</summary>
public sealed class JsonPathTests
{
    /// <summary>After the document in RFC 9535, 1.5, which is Goessner's and Jayway's, too.</summary>
    private static readonly JsonElement Store = JsonDocument.Parse("""
        {"store": {"book": [
            {"category": "reference", "author": "Nigel Rees", "title": "Sayings of the Century", "price": 8.95},
            {"category": "fiction", "author": "Evelyn Waugh", "title": "Sword of Honour", "price": 12.99},
            {"category": "fiction", "author": "Herman Melville", "title": "Moby Dick", "isbn": "0-553-21311-3", "price": 8.99},
            {"category": "fiction", "author": "J. R. R. Tolkien", "title": "The Lord of the Rings", "isbn": "0-395-19395-8", "price": 22.99}],
         "bicycle": {"color": "red", "price": 399}}, "limit": 10, "a.b": {"c d": 1}}
        """).RootElement;

    [Theory]
    [InlineData("$.limit", "10")]
    [InlineData("$['limit']", "10")]
    [InlineData("$[\"a.b\"]['c d']", "1")]
    [InlineData("$.store.book[*].author", "Nigel Rees|Evelyn Waugh|Herman Melville|J. R. R. Tolkien")]
    [InlineData("$..author", "Nigel Rees|Evelyn Waugh|Herman Melville|J. R. R. Tolkien")]
    [InlineData("$.store..price", "8.95|12.99|8.99|22.99|399")]
    [InlineData("$..book[2].title", "Moby Dick")]
    [InlineData("$..book[-1].title", "The Lord of the Rings")]
    [InlineData("$..book[0,1].price", "8.95|12.99")]
    [InlineData("$..book[:2].price", "8.95|12.99")]
    [InlineData("$..book[1:3].price", "12.99|8.99")]
    [InlineData("$..book[-2:].price", "8.99|22.99")]
    [InlineData("$..book[::2].price", "8.95|8.99")]
    [InlineData("$..book[::-1].price", "22.99|8.99|12.99|8.95")]
    [InlineData("$..book[0]['title','price']", "Sayings of the Century|8.95")]
    [InlineData("$..book[?(@.isbn)].title", "Moby Dick|The Lord of the Rings")]
    [InlineData("$..book[?(!@.isbn)].price", "8.95|12.99")]
    [InlineData("$..book[?@.price < 10].title", "Sayings of the Century|Moby Dick")]
    [InlineData("$..book[?(@.price < $.limit)].title", "Sayings of the Century|Moby Dick")]
    [InlineData("$.store.book[?(@.category == 'fiction' && @.price > 20)].author", "J. R. R. Tolkien")]
    [InlineData("$.store.book[?(@.price >= 22.99 || (@.category != 'fiction'))].price", "8.95|22.99")]
    [InlineData("$.store.book[?(@.author =~ /.*REES/i)].price", "8.95")]
    [InlineData("$.store.book[?(@.author =~ /Rees/)].price", "")]
    [InlineData("$.store.book[?(@.price in [8.95, 8.99])].price", "8.95|8.99")]
    [InlineData("$.store.book[?(@.category nin ['fiction'])].price", "8.95")]
    [InlineData("$.store.book.length()", "4")]
    [InlineData("$.store.bicycle[?(@.color == 'red')].price", "399")]
    [InlineData("$.nothing", "")]
    [InlineData("$.limit.more", "")]
    [InlineData("$.store.book[9]", "")]
    [InlineData("$.store.bicycle.*", "red|399")]
    public void A_path_leads_where_it_should(string expression, string expected)
    {
        var path = JsonPath.Parse(expression, out var problem).ShouldNotBeNull(problem);
        string.Join('|', path.Select(Store).Select(value => value.ToString())).ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("limit")]
    [InlineData("$.")]
    [InlineData("$[")]
    [InlineData("$[]")]
    [InlineData("$['a]")]
    [InlineData("$.a.sum()")]
    [InlineData("$.a b")]
    [InlineData("$[?(@.a == )]")]
    [InlineData("$[?(@.a == 1]")]
    [InlineData("$[?('a')]")]
    [InlineData("$[?(@.a =~ 'x')]")]
    [InlineData("$[?(@.a =~ /(/)]")]
    [InlineData("$[?(@.a subsetof [1])]")]
    [InlineData("$[99999999999]")]
    public void What_cannot_be_read_is_told(string expression)
    {
        JsonPath.Parse(expression, out var problem).ShouldBeNull();
        problem.Length.ShouldBeGreaterThan(10);
    }

    [Fact]
    public void However_deep_an_expression_is_it_is_read_or_refused()
    {
        JsonPath.Parse($"$[?({new string('(', 10_000)}", out _).ShouldBeNull();
        JsonPath.Parse($"$[?({new string('!', 900)}@.a)]", out _).ShouldNotBeNull();
    }

    [Fact]
    public void A_path_that_leads_to_very_many_places_is_given_up()
    {
        var deep = JsonDocument.Parse(new string('[', 60) + new string(']', 60)).RootElement;
        var path = JsonPath.Parse("$" + string.Concat(Enumerable.Repeat("..*", 12)), out _).ShouldNotBeNull();
        Should.Throw<PatternException>(() => path.Select(deep));
    }
}
