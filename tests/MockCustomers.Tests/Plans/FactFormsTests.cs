using System.Globalization;
using System.Text;
using MockCustomers.Exchange;
using MockCustomers.Plans;

namespace MockCustomers.Tests.Plans;

public sealed class FactFormsTests
{
    [Theory]
    [InlineData("2025-12-31T23:59:59.123456", nameof(FactForm.Plain), "\"2025-12-31T23:59:59.123Z\"")]
    [InlineData("2025-12-31T23:59:59.123456", nameof(FactForm.IsoMilliseconds), "\"2025-12-31T23:59:59.123Z\"")]
    [InlineData("2025-12-31T23:59:59.999999", nameof(FactForm.IsoMilliseconds), "\"2025-12-31T23:59:59.999Z\"")]
    [InlineData("2024-02-29T00:00:00.000000", nameof(FactForm.IsoMilliseconds), "\"2024-02-29T00:00:00.000Z\"")]
    [InlineData("2025-12-31T23:59:59.123456", nameof(FactForm.IsoMicroseconds), "\"2025-12-31T23:59:59.123456Z\"")]
    [InlineData("2025-12-31T23:59:59.120000", nameof(FactForm.IsoMicroseconds), "\"2025-12-31T23:59:59.12Z\"")]
    [InlineData("2025-12-31T23:59:59.000001", nameof(FactForm.IsoMicroseconds), "\"2025-12-31T23:59:59.000001Z\"")]
    [InlineData("2025-12-31T23:59:59.000000", nameof(FactForm.IsoMicroseconds), "\"2025-12-31T23:59:59Z\"")]
    [InlineData("2025-12-31T23:59:59.999999", nameof(FactForm.IsoSeconds), "\"2025-12-31T23:59:59Z\"")]
    [InlineData("2025-04-11T12:17:23.999999", nameof(FactForm.UnixSeconds), "1744373843")]
    [InlineData("1970-01-01T00:00:00.000000", nameof(FactForm.UnixSeconds), "0")]
    public void An_instant_is_written_as_its_form_says(string instant, string form, string json)
    {
        var at = DateTime.Parse(instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
        Written(buffer => FactForms.Instant((at - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond, Enum.Parse<FactForm>(form), buffer)).ShouldBe(json);
    }

    /// <summary>Every 100,003rd second of sixty years.</summary>
    [Fact]
    public void Instants_are_what_the_runtime_makes_of_them()
    {
        for (var second = 0L; second < 60L * 365 * 86_400; second += 100_003)
        {
            var at = DateTime.UnixEpoch.AddSeconds(second);
            Written(buffer => FactForms.Instant(second * 1_000_000, FactForm.IsoSeconds, buffer))
                .ShouldBe(at.ToString("\\\"yyyy-MM-ddTHH:mm:ssZ\\\"", CultureInfo.InvariantCulture));
        }
    }

    [Theory]
    [InlineData(nameof(FactForm.Plain), "\"1997-02-03\"")]
    [InlineData(nameof(FactForm.IsoDate), "\"1997-02-03\"")]
    [InlineData(nameof(FactForm.UnpaddedDate), "\"1997-2-3\"")]
    public void A_day_is_written_as_its_form_says(string form, string json) =>
        Written(buffer => FactForms.Day(new DateOnly(1997, 2, 3).DayNumber, Enum.Parse<FactForm>(form), buffer)).ShouldBe(json);

    [Theory]
    [InlineData(1234, nameof(FactForm.Plain), "1234")]
    [InlineData(1234, nameof(FactForm.Text), "\"1234\"")]
    [InlineData(0, nameof(FactForm.Plain), "0")]
    [InlineData(long.MaxValue, nameof(FactForm.Text), "\"9223372036854775807\"")]
    public void A_number_is_written_as_its_form_says(long number, string form, string json) =>
        Written(buffer => FactForms.Integer(number, Enum.Parse<FactForm>(form), buffer)).ShouldBe(json);

    private static string Written(Action<JsonBuffer> write)
    {
        using var buffer = new JsonBuffer();
        write(buffer);
        return Encoding.UTF8.GetString(buffer.Written.Span);
    }
}
