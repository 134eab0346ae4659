using Generated.jani.openapi;

static class JaniRound
{
    public static async Task Go(HttpClient http, string url)
    {
        var client = new Client(http) { BaseUrl = url };
        var created = await client.CreateCustomerAsync(new() { Name = "Ada Obi", Email = "ada@example.com" });
        Check.That((await client.GetCustomerAsync(created.Id)).Email == "ada@example.com", "got");
        Check.That((await client.ListCustomersAsync()).First().Id == created.Id, "listed first");
        var updated = await client.UpdateCustomerAsync(created.Id, new() { Name = "Ada Eze" });
        Check.That(updated.Name == "Ada Eze" && updated.Email == "ada@example.com", "updated");
        Check.That((await client.GetCustomerAsync(created.Id)).Name == "Ada Eze", "updated everywhere");
    }
}
