using System.Globalization;
using System.Net;
using MockCustomers.Diagnostics;
using MockCustomers.Server;

namespace MockCustomers.Cli.Flags;

/// <summary>Reads the values of flags; what is none is a <see cref="FormatException"/> that says what would be right.</summary>
internal static class Values
{
    private static readonly string[] Dates = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"];
    private static readonly DateTimeOffset Earliest = new(2010, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static string Text(string text) => text;

    /// <summary>Any text that is not empty, as the variable of a script is that nobody has set; no name of a file holds a null character.</summary>
    /// <param name="wanted">What would be right.</param>
    public static Func<string, string> Some(string wanted) => text => text.Length > 0 && !text.Contains('\0', StringComparison.Ordinal) ? text : throw new FormatException(wanted);

    /// <summary>The name of a file, which may be there or not.</summary>
    public static readonly Func<string, string> FileName = Some("the name of a file");

    public static Func<string, long?> Number(long minimum, long maximum) => new WholeNumber(minimum, maximum).Read;

    /// <summary>A length of time: 500ms, 30s, 5m, 2h, 1d, or a period of ISO 8601.</summary>
    public static TimeSpan Time(string text)
    {
        (string Unit, double Seconds)[] units = [("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600), ("d", 86400)];
        foreach (var (unit, seconds) in units)
            if (text.EndsWith(unit, StringComparison.Ordinal) && double.TryParse(text[..^unit.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number * seconds < 1e9)
                return TimeSpan.FromSeconds(number * seconds);
        return Iso8601.Length(text) ?? throw new FormatException("a length of time such as 500ms, 30s, 5m, 2h, 1d or PT30S");
    }

    public static bool OnOff(string text) => text switch
    {
        "on" or "true" => true,
        "off" or "false" => false,
        _ => throw new FormatException("on or off"),
    };

    public static bool EnforceOff(string text) => text switch
    {
        "enforce" or "on" or "true" => true,
        "off" or "false" => false,
        _ => throw new FormatException("enforce or off"),
    };

    /// <summary>A name of an enum, in lower case.</summary>
    public static T OneOf<T>(string text)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            if (Word(value) == text) return value;
        var words = Enum.GetValues<T>().Select(Word).ToList();
        throw new FormatException(Nearest.Remedy(text, words));
    }

    /// <summary>Names with commas between them.</summary>
    public static IReadOnlyList<string> Names(string text)
    {
        var names = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return names.Length > 0 ? [.. names.Distinct()] : throw new FormatException("names, with commas between them");
    }

    /// <summary>A date, or a date and a time; UTC unless it has an offset.</summary>
    public static DateTimeOffset Date(string text)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        string[] formats = [.. Dates, .. Dates.Skip(1).Select(d => d + "K")];
        return DateTimeOffset.TryParseExact(text, formats, CultureInfo.InvariantCulture, Utc, out var date) && date >= Earliest && date < Latest
            ? date
            : throw new FormatException("a date from 2010 to 2099 such as 2026-01-01 or 2026-01-01T09:30:00Z");
    }

    /// <summary>A date as a user would write it.</summary>
    public static string Written(DateTimeOffset date) =>
        date.TimeOfDay == TimeSpan.Zero ? DateOnly.FromDateTime(date.UtcDateTime).ToString("O", CultureInfo.InvariantCulture) : date.UtcDateTime.ToString(Dates[^1] + "'Z'", CultureInfo.InvariantCulture);

    public static string Address(string text) => text is "localhost" or EndPoints.Loopback or "*" || IPAddress.TryParse(text, out _)
        ? text
        : throw new FormatException("an IP address, localhost, or 0.0.0.0 for every address of the machine");

    public static string Folder(string text) =>
        Directory.Exists(text) ? Path.GetFullPath(text) : throw new FormatException("a folder that is there");

    public static string File(string text) =>
        System.IO.File.Exists(text) ? Path.GetFullPath(text) : throw new FormatException("a file that is there");

    /// <summary>The one line of a file.</summary>
    public static string Token(string file)
    {
        try
        {
            var text = System.IO.File.ReadAllText(file).Trim();
            if (text.Length > 0 && !text.Any(char.IsWhiteSpace)) return text;
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new FormatException($"a file that can be read ({unread.Message})");
        }

        throw new FormatException("a file with one line, the token");
    }

    public static string Url(string text) => IsBase(text) ? text.TrimEnd('/') : throw new FormatException("a URL such as http://127.0.0.1:4010");

    /// <summary>URLs by a name each: NAME=URL, with commas between them.</summary>
    public static IReadOnlyDictionary<string, string> UrlsByName(string text)
    {
        const string Wanted = "a name, an equals sign and a URL, such as acme=https://sandbox.example.com";
        var urls = new Dictionary<string, string>();
        foreach (var pair in Names(text))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || !IsBase(pair[(equals + 1)..])) throw new FormatException(Wanted);
            if (!urls.TryAdd(pair[..equals], pair[(equals + 1)..].TrimEnd('/'))) throw new FormatException($"one URL for each name; {pair[..equals]} has two");
        }

        return urls;
    }

    /// <summary>Whether paths can be put behind it.</summary>
    private static bool IsBase(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && !text.AsSpan().ContainsAny('?', '#');

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
