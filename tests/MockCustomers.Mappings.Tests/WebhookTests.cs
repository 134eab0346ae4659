using System.Net;
using System.Text.Json.Nodes;
using MockCustomers.Mappings.Tests.Judge;

namespace MockCustomers.Mappings.Tests;

/// <summary>The calls that follow a response are those that the real WireMock makes.</summary>
public sealed class WebhookTests(JudgedServers servers) : IClassFixture<JudgedServers>
{
    [JavaTheory]
    [InlineData("""{"method": "POST", "url": "URL/paid?a=b", "headers": {"X-One": "1", "Content-Type": "application/json"}, "body": "{\"id\": 1}"}""")]
    [InlineData("""{"method": "PUT", "url": "URL/late", "body": "late", "headers": {"Content-Type": "text/plain"}, "delay": {"type": "fixed", "milliseconds": 100}}""")]
    [InlineData("""{"method": "GET", "url": "URL/get"}""")]
    public async Task A_webhook_is_called_as_WireMock_calls_it(string parameters)
    {
        var told = new List<string>();
        foreach (var server in new[] { servers.Real, servers.Judged })
        {
            using var listener = new HttpListener();
            var url = Listen(listener);
            var mappings = JsonNode.Parse($$"""[{"request": {"urlPath": "/w"}, "response": {"body": "ok"}, "serveEventListeners": [{"name": "webhook", "parameters": {{parameters.Replace("URL", url, StringComparison.Ordinal)}} }]}]""")!.AsArray();
            await server.TakeAsync(new MappingCase("", mappings, []));
            (await server.Client.GetStringAsync("/w")).ShouldBe("ok");
            told.Add(await CallAsync(listener));
        }

        told[1].ShouldBe(told[0]);
    }

    /// <summary>What was called: method, target, the headers that were asked for, body.</summary>
    private static async Task<string> CallAsync(HttpListener listener)
    {
        var context = await listener.GetContextAsync().WaitAsync(TimeSpan.FromSeconds(20));
        var request = context.Request;
        using var body = new StreamReader(request.InputStream);
        var told = $"{request.HttpMethod} {request.RawUrl} {request.Headers["X-One"]} {request.ContentType?.Split(';')[0]} {await body.ReadToEndAsync()}";
        context.Response.Close();
        return told;
    }

    private static string Listen(HttpListener listener)
    {
        using var free = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
        free.Stop();
        listener.Prefixes.Add(url + "/");
        listener.Start();
        return url;
    }
}
