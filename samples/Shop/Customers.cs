using System.Net;

namespace Shop;

/// <summary>The shop's own client of the vendor: it tries again when the vendor is busy.</summary>
internal sealed class Customers(HttpClient vendor)
{
    private const int Tries = 3;

    public async Task<string> CreateAsync(Signup signup, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var reply = await vendor.PostAsJsonAsync("customers", new { name = signup.Name, email = signup.Email }, stop);
            if (reply.StatusCode == HttpStatusCode.ServiceUnavailable && attempt < Tries)
            {
                await Task.Delay(reply.Headers.RetryAfter?.Delta ?? TimeSpan.Zero, stop);
                continue;
            }

            reply.EnsureSuccessStatusCode();
            return await reply.Content.ReadAsStringAsync(stop);
        }
    }

    public async Task<string?> FindAsync(string id, CancellationToken stop)
    {
        using var reply = await vendor.GetAsync($"customers/{Uri.EscapeDataString(id)}", stop);
        return reply.StatusCode == HttpStatusCode.NotFound ? null : await reply.EnsureSuccessStatusCode().Content.ReadAsStringAsync(stop);
    }
}
