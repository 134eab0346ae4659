using Generated.align.openapi_public;

static class AlignRound
{
    public static async Task Go(HttpClient http, string url)
    {
        var client = new Client(http) { BaseUrl = url };
        var created = await client.CreateCustomerAsync(new() { Email = "ada@example.com", Type = CreateCustomerRequestType.Individual, First_name = "Ada", Last_name = "Obi" });
        Check.That(created.Email == "ada@example.com", "created");
        var listed = await client.ListCustomersAsync("ada@example.com");
        Check.That(listed.Items.Single().Customer_id == created.Customer_id, "found by e-mail");
        await client.CreateKycSessionAsync(created.Customer_id, new());
        await client.SimulateCustomerAsync(new() { Customer_id = created.Customer_id });
        var got = await new Generated.align.openapi.Client(http) { BaseUrl = url }.CustomersAsync(created.Customer_id, http.DefaultRequestHeaders.GetValues("Api-Key").First());
        Check.That(got.First_name == "Ada" && got.Kycs.Status == Generated.align.openapi.KycsStatus.Approved, "approved");
        try
        {
            await client.CreateCustomerAsync(new() { Email = "ada@example.com", Type = CreateCustomerRequestType.Individual, First_name = "Ada", Last_name = "Obi" });
            Check.That(false, "twice");
        }
        catch (ApiException refused)
        {
            Check.That(refused.StatusCode == 409, $"twice: {refused.StatusCode}");
        }
    }
}
