using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MockCustomers.Server;
using MockCustomers.Testing;

namespace MockCustomers.Stubs.Tests;

/// <summary>A sandbox of one vendor, and the requests that these tests make of it.</summary>
internal sealed class StubSandbox : IAsyncDisposable
{
    public const string Vendor = "align";
    public const string Known = "15b76e3c-ebcd-43e0-991b-82f441135d72";
    public const string Get = "/v0/customers/" + Known;
    private const string Session = "X-Sandbox-Session";

    private StubSandbox(Sandbox sandbox)
    {
        Sandbox = sandbox;
        Client = sandbox.Vendor(Vendor).CreateClient();
        Control = sandbox.ControlClient();
    }

    public Sandbox Sandbox { get; }

    public HttpClient Client { get; }

    public HttpClient Control { get; }

    public static async Task<StubSandbox> StartAsync(Func<SandboxSettings, SandboxSettings>? choose = null) =>
        new(await Sandbox.StartAsync(o => o.With(settings => (choose ?? (same => same))(settings with { Vendors = [Vendor] }))));

    public async Task<(HttpStatusCode Status, string Body)> GetAsync(string path, string? session = null) => await SendAsync(Client, HttpMethod.Get, path, null, session);

    public async Task<(HttpStatusCode Status, string Body)> AdminAsync(HttpMethod method, string path, string? json = null, string? session = null) =>
        await SendAsync(Client, method, "/__admin" + path, json, session);

    /// <summary>Posts a stub that has to be taken.</summary>
    public async Task StubAsync(string json, string? session = null)
    {
        var (status, body) = await AdminAsync(HttpMethod.Post, "/mappings", json, session);
        status.ShouldBe(HttpStatusCode.Created, body);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Control.Dispose();
        await Sandbox.DisposeAsync();
    }

    public static async Task<(HttpStatusCode Status, string Body)> SendAsync(HttpClient client, HttpMethod method, string path, string? json, string? session)
    {
        using var request = new HttpRequestMessage(method, path);
        if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        if (session is not null) request.Headers.Add(Session, session);
        using var reply = await client.SendAsync(request);
        return (reply.StatusCode, await reply.Content.ReadAsStringAsync());
    }

    public static JsonNode Json(string text) => JsonNode.Parse(text)!;
}
