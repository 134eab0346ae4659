using MockCustomers.Customers;
using MockCustomers.Fakes.Facts;

namespace MockCustomers.Tests.Fakes;

public sealed class BirthDateTests
{
    private const long Day = 86_400_000_000;

    /// <summary>1461 days: every day of a year, and 29 February, has been the sandbox's date; created up to 1,596 days before.</summary>
    [Fact]
    public void Ages_are_right_on_every_day_of_four_years()
    {
        for (var day = 0; day < 1461; day++)
        {
            var epoch = SamplePopulation.Epoch + day * Day;
            var today = DateOnly.FromDateTime(DateTime.UnixEpoch.AddMicroseconds(epoch));
            for (var i = 0UL; i < 400; i++)
            {
                var created = epoch - (long)i * 4 * Day;
                var born = BirthDate.At(created, epoch, StableHash.Of((ulong)day, i));
                IsAtLeast(18, born, DateOnly.FromDateTime(DateTime.UnixEpoch.AddMicroseconds(created))).ShouldBeTrue();
                IsAtLeast(91, born, today).ShouldBeFalse();
            }
        }
    }

    /// <summary>By counting birthdays; whoever was born on 29 February has them on 1 March in other years.</summary>
    private static bool IsAtLeast(int age, DateOnly born, DateOnly today)
    {
        var year = born.Year + age;
        var birthday = born is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(year)
            ? new DateOnly(year, 3, 1)
            : new DateOnly(year, born.Month, born.Day);
        return birthday <= today;
    }
}
