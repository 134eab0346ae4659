using System.Globalization;
using System.Net;
using System.Text;

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
        var name = ((HttpStatusCode)status).ToString();
        if (!char.IsLetter(name[0])) return null;
        var words = new StringBuilder();
        foreach (var letter in name)
        {
            if (words.Length > 0 && char.IsUpper(letter)) words.Append(separator);
            words.Append(letter);
        }

        return words.ToString();
    }
}
