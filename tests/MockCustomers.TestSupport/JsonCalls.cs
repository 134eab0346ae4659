using System.Text;

namespace MockCustomers.TestSupport;

/// <summary>JSON over HTTP as text.</summary>
public static class JsonCalls
{
    /// <summary>Posts a text as application/json; an empty one as no body.</summary>
    public static async Task<(int Status, string Text)> PostJsonAsync(this HttpClient client, string path, string json)
    {
        using var content = json.Length == 0 ? null : new StringContent(json, Encoding.UTF8, "application/json");
        using var reply = await client.PostAsync(new Uri(path, UriKind.RelativeOrAbsolute), content);
        return ((int)reply.StatusCode, await reply.Content.ReadAsStringAsync());
    }
}
