using MockCustomers.Exchange;

namespace MockCustomers.Plans;

/// <summary>Writes facts in their forms.</summary>
internal static class FactForms
{
    private const long MicrosecondsPerDay = 24L * 60 * 60 * 1_000_000;
    private static readonly int UnixEpochDay = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    public static void Integer(long number, FactForm form, JsonBuffer json)
    {
        if (form == FactForm.Text) json.Raw((byte)'"');
        json.Number(number);
        if (form == FactForm.Text) json.Raw((byte)'"');
    }

    public static void Instant(long microseconds, FactForm form, JsonBuffer json)
    {
        if (form == FactForm.UnixSeconds)
        {
            json.Number(Math.DivRem(microseconds, 1_000_000).Quotient);
            return;
        }

        var (days, rest) = Math.DivRem(microseconds, MicrosecondsPerDay);
        json.Raw((byte)'"');
        Date(DateOnly.FromDayNumber(UnixEpochDay + (int)days), padded: true, json);
        json.Raw((byte)'T');
        var (second, fraction) = Math.DivRem(rest, 1_000_000);
        Digits((int)(second / 3600), 2, json);
        json.Raw((byte)':');
        Digits((int)(second / 60 % 60), 2, json);
        json.Raw((byte)':');
        Digits((int)(second % 60), 2, json);
        Fraction((int)fraction, form, json);
        json.Raw("Z\""u8);
    }

    public static void Day(int dayNumber, FactForm form, JsonBuffer json)
    {
        json.Raw((byte)'"');
        Date(DateOnly.FromDayNumber(dayNumber), form != FactForm.UnpaddedDate, json);
        json.Raw((byte)'"');
    }

    private static void Fraction(int microseconds, FactForm form, JsonBuffer json)
    {
        if (form == FactForm.IsoSeconds) return;
        if (form != FactForm.IsoMicroseconds)
        {
            json.Raw((byte)'.');
            Digits(microseconds / 1000, 3, json);
            return;
        }

        if (microseconds == 0) return;
        var places = 6;
        while (microseconds % 10 == 0)
        {
            microseconds /= 10;
            places--;
        }

        json.Raw((byte)'.');
        Digits(microseconds, places, json);
    }

    private static void Date(DateOnly day, bool padded, JsonBuffer json)
    {
        Digits(day.Year, 4, json);
        json.Raw((byte)'-');
        Digits(day.Month, padded ? 2 : 1, json);
        json.Raw((byte)'-');
        Digits(day.Day, padded ? 2 : 1, json);
    }

    /// <summary>A number with leading zeros up to a width; a wider one keeps its digits.</summary>
    private static void Digits(int number, int width, JsonBuffer json)
    {
        Span<byte> digits = stackalloc byte[10];
        var start = digits.Length;
        for (; number > 0 || digits.Length - start < width; number /= 10) digits[--start] = (byte)('0' + number % 10);
        json.Raw(digits[start..]);
    }
}
