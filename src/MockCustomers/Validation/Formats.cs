using System.Globalization;
using System.Net.Mail;
using System.Runtime.CompilerServices;
using MockCustomers.Exchange;

namespace MockCustomers.Validation;

/// <summary>The formats of OpenAPI that are checked; any other one is a note for people.</summary>
internal static class Formats
{
    public static bool Fits(string text, string? format) => format switch
    {
        "uuid" => text.Length == 36 && Guid.TryParseExact(text, "D", out _),
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "date-time" => Timestamp.TryParse(text, out _),
        "email" => IsEmailAddress(text),
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
        _ => true,
    };

    /// <remarks>Not inlined: its library is loaded by the first address, and not by the first text of any format.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsEmailAddress(string text) => MailAddress.TryCreate(text, out var address) && address.Address == text;
}
