using Generated.flexprice.openapi;

static class FlexpriceRound
{
    public static async Task Go(HttpClient http, string url)
    {
        var client = new Client(http) { BaseUrl = url };
        var before = (await client.ListCustomersAsync()).Pagination.Total;
        var created = await client.CreateCustomerAsync(new() { External_id = "ada-1", Name = "Ada Obi", Email = "ada@example.com" });
        Check.That((await client.GetCustomerAsync(created.Id)).Name == "Ada Obi", "got");
        Check.That((await client.GetCustomerByExternalIdAsync("ada-1")).Id == created.Id, "looked up");
        var updated = await client.UpdateCustomerByIdAsync(created.Id, new() { Name = "Ada Eze" });
        Check.That(updated.Name == "Ada Eze" && updated.Updated_at > created.Updated_at, "updated");
        var listed = await client.ListCustomersAsync(limit: 5);
        Check.That(listed.Items.First().Id == created.Id && listed.Pagination.Total == before + 1, "listed and counted");
        Check.That((await client.SearchCustomersAsync(new() { Email = "ada@example.com" })).Items.Single().Id == created.Id, "found by e-mail");
        await client.DeleteCustomerAsync(created.Id);
        Check.That((await client.ListCustomersAsync(external_id: "ada-1")).Items.Count == 0, "gone from lists");
        Check.That((await client.GetCustomerAsync(created.Id)).Status == CustomerStatus.Archived, "archived");
    }
}
