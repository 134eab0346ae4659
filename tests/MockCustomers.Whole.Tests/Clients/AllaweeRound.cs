using Generated.allawee.openapi;

static class AllaweeRound
{
    public static async Task Go(HttpClient http, string url)
    {
        var client = new Client(http) { BaseUrl = url };
        var sample = (await client.ListCustomersAsync()).Data.First(c => c.Type == CustomerFieldsType.Individual);
        var created = (await client.CreateCustomerAsync(new()
        {
            Name = "Ada Obi",
            Reference = "ada-1",
            Type = CreateCustomerRequestType.Individual,
            Verifications = [],
            Metadata = new Dictionary<string, string>(),
            Claims = new() { IndividualInformation = new() { FirstName = "Ada", LastName = "Obi", Email = "ada@example.com" } },
        })).Data;
        Check.That(sample.Id != created.Id && created.Name == "Ada Obi", "created");
        Check.That((await client.GetCustomerAsync(created.Id)).Data.Name == "Ada Obi", "got");
        var updated = (await client.UpdateCustomerAsync(created.Id, new() { Name = "Ada Eze" })).Data;
        Check.That(updated.Name == "Ada Eze", "updated");
        Check.That((await client.ListCustomersAsync(filter: "name||EQ||Ada Eze")).Data.Any(c => c.Id == created.Id), "found by name");
        Check.That((await client.ListCustomersAsync(page: 0)).Data.First().Id == created.Id, "listed first");
    }
}
