using System.Xml;
using FsCheck.Xunit;
using MockCustomers.Delays;

namespace MockCustomers.Tests.Faults;

/// <summary>Durations of ISO 8601 are those of .NET's own reader and writer.</summary>
public sealed class IsoDurationTests
{
    [Property(MaxTest = 1000)]
    public void A_duration_is_written_and_read_as_XmlConvert_does(TimeSpan any)
    {
        var duration = any == TimeSpan.MinValue ? TimeSpan.MaxValue : any.Duration();
        var text = IsoDuration.Format(duration);
        text.ShouldBe(XmlConvert.ToString(duration));
        IsoDuration.TryParse(text, out var read).ShouldBeTrue();
        read.ShouldBe(duration);
    }

    [Theory]
    [InlineData("PT0S")]
    [InlineData("P0D")]
    [InlineData("P1Y2M3DT4H5M6.789S")]
    [InlineData("P1Y")]
    [InlineData("P2M")]
    [InlineData("PT90M")]
    [InlineData("PT36H")]
    [InlineData("PT0.1234567S")]
    [InlineData("PT0.00000004S")]
    [InlineData("P10675199D")]
    public void What_XmlConvert_reads_is_read_as_the_same(string text)
    {
        IsoDuration.TryParse(text, out var duration).ShouldBeTrue();
        duration.ShouldBe(XmlConvert.ToTimeSpan(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1DT")]
    [InlineData("1D")]
    [InlineData("P1H")]
    [InlineData("PT1D")]
    [InlineData("PT1S2M")]
    [InlineData("P1D1D")]
    [InlineData("PT1.5M")]
    [InlineData("PT1,5S")]
    [InlineData("PT+1S")]
    [InlineData("PT1e3S")]
    [InlineData("pt1s")]
    [InlineData("P99999999999D")]
    [InlineData("PT99999999999999999999999999999999S")]
    [InlineData("P10675199DT24H")]
    public void Nothing_else_is_a_duration(string text)
    {
        IsoDuration.TryParse(text, out _).ShouldBeFalse();
        Should.Throw<Exception>(() => XmlConvert.ToTimeSpan(text)).ShouldBeAssignableTo<SystemException>();
    }

    [Theory]
    [InlineData("PT.5S")]
    [InlineData("PT5.S")]
    [InlineData(" PT5S ")]
    public void What_XmlConvert_reads_although_ISO_8601_has_it_not_is_none_either(string text) => IsoDuration.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Nothing_is_not_a_duration_and_none_is_negative()
    {
        IsoDuration.TryParse(null, out _).ShouldBeFalse();
        IsoDuration.TryParse("-PT1S", out _).ShouldBeFalse();
        Should.Throw<ArgumentOutOfRangeException>(() => IsoDuration.Format(TimeSpan.FromTicks(-1)));
    }
}
