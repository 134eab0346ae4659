using System.Globalization;
using System.Net;

namespace MockCustomers.Vendors;

/// <summary>What a status is called, by the names of HTTP (RFC 9110).</summary>
internal static class ReasonPhrases
{
    /// <summary>Such as "Service Unavailable"; "Error 599" for a status that has no name.</summary>
    public static string Of(int status) => Named(status, ' ') ?? string.Create(CultureInfo.InvariantCulture, $"Error {status}");

    /// <summary>Such as "service_unavailable"; "error_599" for a status that has no name.</summary>
    public static string CodeOf(int status) => (Named(status, '_') ?? string.Create(CultureInfo.InvariantCulture, $"error_{status}")).ToLowerInvariant();

    private static string? Named(int status, char separator)
    {
        if (Enum.GetName((HttpStatusCode)status) is not { } name) return null;
        return string.Concat(name.Select((letter, i) => i > 0 && char.IsUpper(letter) ? $"{separator}{letter}" : letter.ToString()));
    }
}
