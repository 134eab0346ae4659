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

    /// <summary>Asks for something.</summary>
    /// <param name="query">Parameters; those that are null are left out.</param>
    /// <exception cref="ToolRefusedException">It was refused, in the words of the control port, or nobody answers.</exception>
    public Task<JsonNode> GetAsync(string path, IEnumerable<(string Name, string? Value)> query, CancellationToken stop) => SendAsync(HttpMethod.Get, path, query, null, stop);

    /// <summary>Asks for a change.</summary>
    /// <param name="body">null for none.</param>
    /// <exception cref="ToolRefusedException">It was refused, in the words of the control port, or nobody answers.</exception>
    public async Task<JsonNode> SendAsync(HttpMethod method, string path, IEnumerable<(string Name, string? Value)> query, JsonObject? body, CancellationToken stop)
    {
        using var message = new HttpRequestMessage(method, url + path + Text(query));
        if (method != HttpMethod.Get) message.Content = new StringContent(body is null ? "{}" : PlainJson.Text(body), Encoding.UTF8, "application/json");
        try
        {
            using var answer = await client.SendAsync(message, stop);
            var text = await answer.Content.ReadAsStringAsync(stop);
            return answer.IsSuccessStatusCode ? JsonNode.Parse(text) ?? new JsonObject() : throw new ToolRefusedException(Refusal(text) ?? $"the sandbox answers {(int)answer.StatusCode}");
        }
        catch (Exception unreached) when (unreached is HttpRequestException or JsonException || (unreached is TaskCanceledException && !stop.IsCancellationRequested))
        {
            throw new ToolRefusedException($"no sandbox answers at {url}: {unreached.Message}");
        }
    }

    public void Dispose() => client.Dispose();

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
            if (JsonNode.Parse(text) is not JsonObject answer || answer["error"]?.GetValue<string>() is not { } error) return null;
            return answer["legal"] is JsonArray legal ? $"{error}; legal: {(legal.Count == 0 ? "none" : string.Join(", ", legal.Select(state => state!.GetValue<string>())))}" : error;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
