using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MockCustomers.Mappings.Tests.Judge;

/// <summary>What a server answered.</summary>
/// <param name="Status">0 when the connection broke.</param>
internal sealed record Answer(int Status, string Reason, IReadOnlyDictionary<string, string> Headers, byte[] Body, TimeSpan Took)
{
    private static readonly UriCreationOptions AsItIs = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <summary>Sends a request, as it is written.</summary>
    public static async Task<Answer> ToAsync(HttpClient client, SentRequest request)
    {
        var started = Stopwatch.GetTimestamp();
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), new Uri(client.BaseAddress!.GetLeftPart(UriPartial.Authority) + request.Path, AsItIs));
        if (request.Body is { } body) message.Content = new StringContent(body, Encoding.UTF8, body is ['{' or '[', ..] ? "application/json" : "text/plain");
        foreach (var (name, value) in request.Headers ?? new Dictionary<string, string>()) message.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue(name);
        try
        {
            using var response = await client.SendAsync(message);
            var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
            var bytes = await response.Content.ReadAsByteArrayAsync();
            return new Answer((int)response.StatusCode, response.ReasonPhrase ?? "", headers, bytes, Stopwatch.GetElapsedTime(started));
        }
        catch (HttpRequestException)
        {
            return new Answer(0, "", new Dictionary<string, string>(), [], Stopwatch.GetElapsedTime(started));
        }
    }

    /// <summary>How it differs from what it should be; empty when it does not.</summary>
    /// <param name="headers">The headers that have to be the same.</param>
    public IEnumerable<string> DifferencesTo(Answer wanted, IEnumerable<string> headers, bool withReason)
    {
        if (Status != wanted.Status) yield return $"status {Status}, not {wanted.Status}";
        // What is said when nothing matches is each server's own.
        if (Status != wanted.Status || Status is 0 or 404) yield break;
        if (withReason && Reason != wanted.Reason) yield return $"reason '{Reason}', not '{wanted.Reason}'";
        foreach (var name in headers)
            if (Headers.GetValueOrDefault(name) is var own && wanted.Headers.GetValueOrDefault(name) is var other && own != other) yield return $"{name}: '{own}', not '{other}'";
        if (!Body.AsSpan().SequenceEqual(wanted.Body) && !(Json(Body) is { } json && JsonNode.DeepEquals(json, Json(wanted.Body)))) yield return $"body {Shown(Body)}, not {Shown(wanted.Body)}";
    }

    private static string Shown(byte[] body) => Encoding.UTF8.GetString(body);

    private static JsonNode? Json(byte[] body)
    {
        try
        {
            return JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
