using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MockCustomers.Testing;

namespace MockCustomers.Vendors.Tests;

/// <summary>What a spec may say and no shipped one does, over HTTP.</summary>
public sealed class ShelfTests : IAsyncLifetime
{
    private Sandbox sandbox = null!;
    private HttpClient client = null!;
    private HttpClient stranger = null!;

    public async ValueTask InitializeAsync()
    {
        sandbox = await Shelf.StartAsync();
        client = sandbox.Vendor(Shelf.Name).CreateClient();
        stranger = sandbox.Vendor(Shelf.Name).CreateStranger();
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        stranger.Dispose();
        await sandbox.DisposeAsync();
    }

    [Fact]
    public async Task An_operation_without_security_answers_everybody_and_every_other_path_knows_no_stranger()
    {
        (await stranger.GetAsync("status")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await stranger.GetAsync("hours")).StatusCode.ShouldBe(HttpStatusCode.OK, "an empty requirement among several");
        (await stranger.SendAsync(new HttpRequestMessage(HttpMethod.Head, "status"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (var (method, path) in new[] { ("GET", "customers"), ("GET", "nowhere"), ("POST", "status"), ("PUT", "hours"), ("GET", "status/x") })
        {
            var answer = await stranger.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
            answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, $"{method} {path}");
            (await answer.Content.ReadAsStringAsync()).ShouldBe("""{"error":"stranger"}""");
        }

        stranger.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer nobody");
        (await stranger.GetAsync("status")).StatusCode.ShouldBe(HttpStatusCode.OK, "a wrong key is not looked at");
        (await client.PostAsync("status", null)).StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task Parameters_stand_within_segments()
    {
        var id = sandbox.Host(Shelf.Name).Customers.IdOf(sandbox.Host(Shelf.Name).Customers.Everybody[0]);
        var plain = await client.GetStringAsync($"customers/{id}");
        (await client.GetStringAsync($"customers/{id}.json")).ShouldBe(plain);
        (await client.GetStringAsync($"customers/{id}%2Ejson")).ShouldBe(plain);
        (await client.GetAsync("files/a.csv")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.GetAsync("files/abcd.csv")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await client.GetAsync("files/a.pdf")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        foreach (var other in new[] { "files/a", "files/.csv", "files/a.", "files/a.csv/b" })
            (await client.GetAsync(other)).StatusCode.ShouldBe(HttpStatusCode.NotFound, other);
    }

    [Fact]
    public async Task Ids_in_capitals_are_found_by_filters()
    {
        var id = sandbox.Host(Shelf.Name).Customers.IdOf(sandbox.Host(Shelf.Name).Customers.Everybody[3]);
        var found = JsonNode.Parse(await client.GetStringAsync($"customers?id={id.ToUpperInvariant()}"))!.AsArray();
        found.ShouldHaveSingleItem()!["id"]!.GetValue<string>().ShouldBe(id);
    }

    [Fact]
    public async Task A_schema_that_stands_for_request_and_reply_loses_nothing_and_shows_no_secret()
    {
        var (status, created) = await SendAsync("POST", "customers", """{"name":"Ada","secret":"s3cret","home":{"city":"Bath","door":"1234","key":"no"},"id":"no","created_at":17}""");
        status.ShouldBe(201, created);
        var customer = JsonNode.Parse(created)!.AsObject();
        customer.Select(p => p.Key).ShouldBe(["id", "name", "created_at", "home"]);
        Guid.TryParse(customer["id"]!.GetValue<string>(), out _).ShouldBeTrue();
        customer["created_at"]!.GetValue<string>().ShouldNotBeEmpty();
        customer["home"]!.AsObject().Select(p => p.Key).ShouldBe(["key", "city"]);
        Guid.TryParse(customer["home"]!["key"]!.GetValue<string>(), out _).ShouldBeTrue();
        (await client.GetStringAsync($"customers/{customer["id"]}")).ShouldBe(created);

        var (patched, changed) = await SendAsync("PATCH", $"customers/{customer["id"]}", """{"id":"other","name":"Eve","secret":"new","created_at":"2001-01-01T00:00:00Z","home":{"city":"Rome","door":"1"}}""");
        patched.ShouldBe(200, changed);
        changed.ShouldBe(created.Replace("Ada", "Eve", StringComparison.Ordinal).Replace("Bath", "Rome", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_read_only_is_not_demanded_and_what_is_write_only_is()
    {
        (await SendAsync("POST", "customers", """{"secret":"s"}""")).Body.ShouldContain("name breaks required");
        (await SendAsync("POST", "customers", """{"name":"Ada"}""")).Body.ShouldContain("secret breaks required");
        (await client.GetStringAsync("customers")).ShouldNotContain("secret");
    }

    [Theory]
    [InlineData("""{"short":"\ud83d\ude00\ud83d\ude00\ud83d\ude00"}""", null)]
    [InlineData("""{"short":"\ud83d\ude00"}""", "short breaks minLength 2")]
    [InlineData("""{"short":"abcd"}""", "short breaks maxLength 3")]
    [InlineData("""{"even":1.5}""", null)]
    [InlineData("""{"even":1.25}""", "even breaks multipleOf 0.5")]
    [InlineData("""{"set":[1,2,"1",[1],{"a":1,"b":2},{"a":1}]}""", null)]
    [InlineData("""{"set":[1,2,1.0]}""", "set breaks uniqueItems")]
    [InlineData("""{"set":[{"a":1,"b":[2]},{"b":[2],"a":1}]}""", "set breaks uniqueItems")]
    [InlineData("""{"one":1.5}""", null)]
    [InlineData("""{"one":11}""", null)]
    [InlineData("""{"one":1}""", "one breaks oneOf")]
    [InlineData("""{"one":"x"}""", "one breaks oneOf")]
    [InlineData("""{"any":1}""", null)]
    [InlineData("""{"any":11.5}""", "any breaks anyOf")]
    [InlineData("""{"not":1}""", null)]
    [InlineData("""{"not":"x"}""", "not breaks not")]
    [InlineData("{}", "body breaks minProperties 1")]
    [InlineData("""{"a":1,"b":2,"c":3}""", "body breaks maxProperties 2")]
    [InlineData("""{"tree":{"child":{"child":{"name":"x","children":[{"name":"y"}]}}}}""", null)]
    [InlineData("""{"tree":{"child":{"child":{"name":1}}}}""", "name breaks type string")]
    [InlineData("""{"tree":{"children":[{},{"odd":1}]}}""", "odd breaks additionalProperties")]
    public async Task Bodies_are_judged_by_every_keyword(string body, string? complaint)
    {
        var (status, told) = await SendAsync("POST", "judge", body);
        status.ShouldBe(complaint is null ? 200 : 400, told);
        if (complaint is not null) told.ShouldContain(complaint);
    }

    [Fact]
    public async Task A_query_parameter_is_as_long_as_its_characters()
    {
        (await client.GetAsync($"customers?tag={Uri.EscapeDataString("😀😀")}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.GetAsync("customers?tag=abc")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Half_a_surrogate_pair_is_served_as_a_replacement_character_and_the_last_of_two_values_counts()
    {
        var (status, created) = await SendAsync("POST", "customers", """{"secret":"s","name":"first","name":"a\ud800b\n\u00e9\/"}""");
        status.ShouldBe(201, created);
        JsonNode.Parse(created)!["name"]!.GetValue<string>().ShouldBe("a\uFFFDb\né/");
        var (deep, _) = await SendAsync("POST", "customers", """{"secret":"s","name":"deep","home":{"city":"x","odd":NEST}}""".Replace("NEST", new string('[', 300) + new string(']', 300), StringComparison.Ordinal));
        deep.ShouldBe(201);
        using var content = new ByteArrayContent([.. "{\"secret\":\"s\",\"name\":\"a"u8, 0xFF, .. "b\"}"u8]);
        content.Headers.ContentType = new("application/json");
        var answer = await client.PostAsync("customers", content);
        JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["name"]!.GetValue<string>().ShouldBe("a\uFFFDb");
    }

    private async Task<(int Status, string Body)> SendAsync(string method, string path, string body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        using var answer = await client.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
