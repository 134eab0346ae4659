using System.Globalization;
using MockCustomers.Exchange;
using MockCustomers.Queries;
using MockCustomers.Validation;

namespace MockCustomers.Tests.Exchange;

/// <summary>Times as RFC 3339 writes them, section 5.6: what is found valid is also compared.</summary>
public sealed class TimestampTests
{
    [Theory]
    [InlineData("2025-06-01T00:00:00Z", 0)]
    [InlineData("2025-06-01t00:00:00z", 0)]
    [InlineData("2025-06-01T00:00:00.000Z", 0)]
    [InlineData("2025-06-01T00:00:00.25Z", 250_000)]
    [InlineData("2025-06-01T00:00:00.1234567Z", 123_456)]
    [InlineData("2025-06-01T02:30:00+02:30", 0)]
    [InlineData("2025-05-31T12:00:00-12:00", 0)]
    [InlineData("2025-06-01T23:59:00+23:59", 0)]
    [InlineData("2025-06-01T00:00:00-00:00", 0)]
    [InlineData("2025-05-31T23:59:60Z", 0)]
    [InlineData("2025-05-31T23:59:59.9999999999999999999999999999999999999Z", -1)]
    public void A_time_is_read(string text, long microseconds)
    {
        Timestamp.TryParse(text, out var time).ShouldBeTrue();
        time.Microseconds.ShouldBe(1_748_736_000_000_000 + microseconds);
        Formats.Fits(text, "date-time").ShouldBeTrue();
        Timestamp.TryParseLenient(text, out var lenient).ShouldBeTrue();
        lenient.ShouldBe(time);
    }

    [Theory]
    [InlineData("2025-06-01", true)]
    [InlineData("2025-06-01T10:00", true)]
    [InlineData("2025-06-01T10:00:00", true)]
    [InlineData("2025-06-01T10:00Z", true)]
    [InlineData("", false)]
    [InlineData("2025-06-01T", false)]
    [InlineData("2025-06-01 10:00:00Z", false)]
    [InlineData("2025-13-01T00:00:00Z", false)]
    [InlineData("2025-02-29T00:00:00Z", false)]
    [InlineData("0000-01-01T00:00:00Z", false)]
    [InlineData("2025-06-01T24:00:00Z", false)]
    [InlineData("2025-06-01T10:60:00Z", false)]
    [InlineData("2025-06-01T10:00:61Z", false)]
    [InlineData("2025-06-01T10:00:00.Z", false)]
    [InlineData("2025-06-01T10:00:00,5Z", false)]
    [InlineData("2025-06-01T10:00:00+0100", false)]
    [InlineData("2025-06-01T10:00:00+24:00", false)]
    [InlineData("2025-06-01T10:00:00Zx", false)]
    [InlineData("2025-06-01T10:00:00Z\0", false)]
    [InlineData("25-06-01T10:00:00Z", false)]
    [InlineData("+025-06-01T10:00:00Z", false)]
    [InlineData("Tue, 01 Jun 2025 10:00:00 GMT", false)]
    [InlineData("20250601T100000Z", false)]
    public void An_invalid_date_time_is_refused_though_shorter_forms_are_compared(string text, bool compared)
    {
        Formats.Fits(text, "date-time").ShouldBeFalse();
        Timestamp.TryParseLenient(text, out _).ShouldBe(compared);
    }

    [Theory]
    [InlineData("2025-06-01T00:00:00Z", "2025-06-01t02:00:00+02:00", 0)]
    [InlineData("2025-06-01T00:00:00.1Z", "2025-06-01T00:00:00.100000000z", 0)]
    [InlineData("2025-06-01T00:00:00.0000000001Z", "2025-06-01T00:00:00Z", 1)]
    [InlineData("0001-01-01T00:00:00+23:59", "0001-01-01T00:00:00Z", -1)]
    [InlineData("9999-12-31T23:59:59-23:59", "9999-12-31T23:59:59Z", 1)]
    public void Moments_are_compared_whatever_they_are_written_like(string one, string other, int order)
    {
        Timestamp.TryParse(one, out var first).ShouldBeTrue();
        Timestamp.TryParse(other, out var second).ShouldBeTrue();
        Math.Sign(first.CompareTo(second)).ShouldBe(order);
        if (one[0] == '2') Math.Sign(string.CompareOrdinal(first.ToSortableText(), second.ToSortableText())).ShouldBe(order);
    }

    [Fact]
    public void Whatever_form_a_time_has_it_finds_the_same_customers()
    {
        using var world = new Queries.WrittenOut(2_000);
        var person = world.Everybody[700];
        var time = DateTimeOffset.FromUnixTimeMilliseconds(person.Milliseconds);
        string Local(double hours, string format) => time.ToOffset(TimeSpan.FromHours(hours)).ToString(format, CultureInfo.InvariantCulture);
        string[] forms =
        [
            Local(0, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"), Local(0, "yyyy-MM-dd't'HH:mm:ss.fff'z'"), Local(0, "yyyy-MM-dd't'HH:mm:ss.fff000000'z'"),
            Local(5.5, "yyyy-MM-dd'T'HH:mm:ss.fffzzz"), Local(-11, "yyyy-MM-dd't'HH:mm:ss.fffzzz"), Local(0, "yyyy-MM-dd'T'HH:mm:ss.fffzzz"),
        ];
        foreach (var operation in new[] { Operator.Equal, Operator.Greater, Operator.GreaterOrEqual, Operator.Less, Operator.LessOrEqual, Operator.NotEqual })
        {
            var expected = Questions(operation, person.Milliseconds);
            foreach (var form in forms)
            {
                // By arithmetic, and by looking at each customer.
                Total(new Condition("created_at", operation, [form])).ShouldBe(expected, $"{operation} {form}");
                Total(new Predicate.Any([new Condition("created_at", operation, [form])])).ShouldBe(expected, $"{operation} {form}, each");
            }
        }

        int Questions(Operator operation, long asked) => world.Everybody.Count(p => operation switch
        {
            Operator.Equal => p.Milliseconds == asked,
            Operator.NotEqual => p.Milliseconds != asked,
            Operator.Greater => p.Milliseconds > asked,
            Operator.GreaterOrEqual => p.Milliseconds >= asked,
            Operator.Less => p.Milliseconds < asked,
            _ => p.Milliseconds <= asked,
        });
        long Total(Predicate where) => world.Runner.Run(new CustomerQuery(where, [], new Paging.PageWindow(0, 10, 0)))!.Total;
    }
}
