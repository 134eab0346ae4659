using Generated.gurupay.openapi;

static class GurupayRound
{
    public static async Task Go(HttpClient http, string url)
    {
        var client = new Client(http) { BaseUrl = url };
        var page = await client.ListCustomersAsync(per_page: 20, page: 1);
        Check.That(page.Count == 20, "a page");
        var first = page.First();
        Check.That((await client.GetCustomerAsync(first.Uuid)).Name == first.Name, "got");
    }
}
