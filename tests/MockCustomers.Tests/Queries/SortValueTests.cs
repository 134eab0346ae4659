using System.Text.Json.Nodes;
using FsCheck.Xunit;
using MockCustomers.Queries;

namespace MockCustomers.Tests.Queries;

/// <summary>The order of customers by a field, as document databases have it.</summary>
public sealed class SortValueTests
{
    /// <summary>What stands in a field, as it sorts.</summary>
    private static readonly IReadOnlyList<SortValue> Sorted =
    [
        .. new[]
        {
            "null", "1", "9", "10", "-3.5", "\"1\"", "\"9\"", "\"10\"", "\"1a\"", "\"a\"", "\"\"", "true", "false", "[]", "[3,\"b\"]", "{}", "{\"a\":1}", "1e400", "-1e400", "\"2025-01-01\"",
            "\"2025-01-01T00:00:00Z\"", "\"2024-12-31T23:59:59.9999999999Z\"", "\"0001-01-01T00:00:00+23:59\"", "\"9999-12-31T23:59:59-23:59\"", "\"1997-2-13\"",
        }.Select(v => SortValue.Of(Customer($"[{{\"n\":{v}}}]"), new SortKey("list.n", false))),
    ];

    [Theory]
    [InlineData("""[{"n":5},{"n":1}]""", """[{"n":3}]""", true, true)]
    [InlineData("""[{"n":5},{"n":1}]""", """[{"n":9},{"n":0}]""", false, false)]
    [InlineData("""[]""", """[{"n":0}]""", true, false)]
    [InlineData("""[{"n":"2"}]""", """[{"n":10}]""", false, true)]
    [InlineData("""[{"n":"9"}]""", """[{"n":"10"}]""", false, true)]
    [InlineData("""[{"n":9}]""", """[{"n":10}]""", true, false)]
    [InlineData("""[{"n":null}]""", """[{"n":-5}]""", true, false)]
    [InlineData("""[{"n":"x"}]""", """[{"n":true}]""", true, false)]
    [InlineData("""[{"n":false}]""", """[{"n":true}]""", true, false)]
    [InlineData("""[{"n":"2025-06-01T00:00:00+02:00"}]""", """[{"n":"2025-05-31t23:00:00z"}]""", true, false)]
    [InlineData("""[{"n":"2025-06-01T00:00:00Z"}]""", """[{"n":"2025-06-01T00:00:00.5Z"}]""", true, false)]
    [InlineData("""[{"n":[7,2]}]""", """[{"n":[3]}]""", true, true)]
    [InlineData("""[{"n":[]}]""", """[{"n":null}]""", true, false)]
    [InlineData("""[{"n":1e400}]""", """[{"n":5}]""", false, true)]
    public void Of_a_list_the_least_decides_or_descending_the_greatest(string one, string other, bool firstAscending, bool firstDescending)
    {
        Order(one, other, descending: false).ShouldBe(firstAscending ? -1 : 1);
        Order(one, other, descending: true).ShouldBe(firstDescending ? 1 : -1);
    }

    [Property(MaxTest = 5_000)]
    public void The_order_is_one_whatever_stands_in_a_field(byte one, byte other, byte third)
    {
        var (a, b, c) = (Sorted[one % Sorted.Count], Sorted[other % Sorted.Count], Sorted[third % Sorted.Count]);
        Math.Sign(a.CompareTo(b)).ShouldBe(-Math.Sign(b.CompareTo(a)));
        if (a.CompareTo(b) <= 0 && b.CompareTo(c) <= 0) a.CompareTo(c).ShouldBeLessThanOrEqualTo(0);
    }

    private static int Order(string one, string other, bool descending)
    {
        var key = new SortKey("list.n", descending);
        return Math.Sign(SortValue.Of(Customer(one), key).CompareTo(SortValue.Of(Customer(other), key)));
    }

    private static JsonObject Customer(string list) => JsonNode.Parse($$"""{"list":{{list}}}""")!.AsObject();
}
