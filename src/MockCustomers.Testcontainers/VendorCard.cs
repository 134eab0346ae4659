using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MockCustomers.Testcontainers;

/// <summary>What the control port tells of a vendor.</summary>
/// <param name="BaseUrl">As it is inside the container.</param>
/// <param name="Credential">A header that works.</param>
internal sealed record VendorCard(Uri BaseUrl, KeyValuePair<string, string> Credential)
{
    /// <exception cref="ArgumentException">The sandbox does not serve the vendor.</exception>
    public static async Task<VendorCard> FindAsync(Uri control, string token, string vendor, CancellationToken stop)
    {
        using var client = new HttpClient { BaseAddress = control };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var cards = JsonNode.Parse(await client.GetStringAsync(new Uri("/__admin/vendors", UriKind.Relative), stop)) as JsonArray ?? throw new JsonException("the control port told no vendors");
        var card = cards.FirstOrDefault(each => (string?)each!["name"] == vendor)
            ?? throw new ArgumentException($"the sandbox serves no '{vendor}'; it serves {string.Join(", ", cards.Select(each => (string?)each!["name"]))}", nameof(vendor));
        return new VendorCard(new Uri((string)card["baseUrl"]!), KeyValuePair.Create((string)card["auth"]!["header"]!, (string)card["auth"]!["value"]!));
    }
}
