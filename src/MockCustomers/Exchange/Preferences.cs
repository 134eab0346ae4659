using System.Globalization;

namespace MockCustomers.Exchange;

/// <summary>What a client would like, by the Prefer header (RFC 7240).</summary>
/// <param name="Code">The status that the reply should have; null for the one that comes of itself.</param>
/// <param name="Wait">How many seconds the reply should take at least; 0 to 60.</param>
internal readonly record struct Preferences(int? Code, int Wait)
{
    private const int LongestWait = 60;

    /// <summary>Reads the header; what is not understood is ignored, as the RFC asks.</summary>
    public static Preferences Of(IRequestHeaders headers)
    {
        if (headers["Prefer"] is not { } header) return default;
        int? code = null;
        var wait = 0;
        foreach (var preference in header.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = preference.Split('=', 2, StringSplitOptions.TrimEntries) is [var n, var v] ? (n, v.Trim('"')) : (preference, "");
            if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) continue;
            if (name.Equals("code", StringComparison.OrdinalIgnoreCase) && number is >= 200 and <= 599) code ??= number;
            if (name.Equals("wait", StringComparison.OrdinalIgnoreCase)) wait = Math.Min(number, LongestWait);
        }

        return new Preferences(code, wait);
    }
}
