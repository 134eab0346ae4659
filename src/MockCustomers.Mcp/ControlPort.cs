using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MockCustomers.Exchange;

namespace MockCustomers.Mcp;

/// <summary>A sandbox's control port, which may be in another process.</summary>
internal sealed class ControlPort : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly HttpClient client;
    private readonly string url;

    /// <param name="url">Without a slash at its end.</param>
    /// <param name="token">Sent with every request; null for none.</param>
    public ControlPort(string url, string? token)
    {
        this.url = url;
        client = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = Patience };
        if (token is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>A name or an id as one segment of a path.</summary>
    /// <exception cref="ToolRefusedException">It is one or two dots, which would lead to another path.</exception>
    public static string Segment(string name) => name is "." or ".." ? throw new ToolRefusedException($"nothing is called '{name}'") : Uri.EscapeDataString(name);

    /// <summary>Asks for something.</summary>
    /// <param name="query">Parameters; those that are null are left out.</param>
    /// <exception cref="ToolRefusedException">It was refused, in the words of the control port, or no sandbox answers.</exception>
    public Task<JsonObject> GetAsync(string path, IEnumerable<(string Name, string? Value)> query, CancellationToken stop) => SendAsync(HttpMethod.Get, path, query, null, stop);

    /// <summary>Asks for a list.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public async Task<JsonArray> ListAsync(string path, IEnumerable<(string Name, string? Value)> query, CancellationToken stop) =>
        await AnswerAsync(HttpMethod.Get, path, query, null, stop) as JsonArray ?? throw NoSandbox("its answer is none of a sandbox's");

    /// <summary>Asks for a change.</summary>
    /// <param name="body">null for none.</param>
    /// <exception cref="ToolRefusedException">It was refused, in the words of the control port, or no sandbox answers.</exception>
    public async Task<JsonObject> SendAsync(HttpMethod method, string path, IEnumerable<(string Name, string? Value)> query, JsonObject? body, CancellationToken stop) =>
        await AnswerAsync(method, path, query, body, stop) as JsonObject ?? throw NoSandbox("its answer is none of a sandbox's");

    public void Dispose() => client.Dispose();

    private async Task<JsonNode?> AnswerAsync(HttpMethod method, string path, IEnumerable<(string Name, string? Value)> query, JsonObject? body, CancellationToken stop)
    {
        using var message = new HttpRequestMessage(method, url + path + Text(query));
        if (method != HttpMethod.Get) message.Content = new StringContent(body is null ? "{}" : PlainJson.Text(body), Encoding.UTF8, "application/json");
        try
        {
            using var answer = await client.SendAsync(message, stop);
            var text = await answer.Content.ReadAsStringAsync(stop);
            return answer.IsSuccessStatusCode ? JsonNode.Parse(text) : throw new ToolRefusedException(Refusal(text) ?? $"the sandbox answers {(int)answer.StatusCode}");
        }
        catch (Exception unreached) when (unreached is HttpRequestException or JsonException || (unreached is TaskCanceledException && !stop.IsCancellationRequested))
        {
            // What is wrong with a certificate stands within; what is wrong with an answer does not.
            throw NoSandbox(unreached is HttpRequestException ? unreached.GetBaseException().Message : unreached.Message);
        }
    }

    private ToolRefusedException NoSandbox(string why) => new($"no sandbox answers at {url}: {why}");

    private static string Text(IEnumerable<(string Name, string? Value)> query)
    {
        var pairs = query.Where(pair => pair.Value is not null).Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value!)}").ToList();
        return pairs.Count == 0 ? "" : "?" + string.Join('&', pairs);
    }

    /// <summary>What the control port says that is wrong, with the moves that would be legal where it names them; null when it says nothing.</summary>
    private static string? Refusal(string text)
    {
        try
        {
            if (JsonNode.Parse(text) is not JsonObject answer || answer["error"] is not JsonValue error) return null;
            return answer["legal"] is JsonArray legal ? $"{error}; legal: {(legal.Count == 0 ? "none" : string.Join(", ", legal.Select(state => $"{state}")))}" : $"{error}";
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
