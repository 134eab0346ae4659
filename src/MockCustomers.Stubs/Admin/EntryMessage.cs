using MockCustomers.Journal;
using MockCustomers.Stubs.Inside;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using WireMock.Types;
using WireMock.Util;

namespace MockCustomers.Stubs.Admin;

/// <summary>A request of the journal as WireMock.Net's matchers see it.</summary>
/// <remarks>Of credentials and cookies the journal keeps no values.</remarks>
internal sealed class EntryMessage(JournalEntry entry, string url) : PathMessage(UrlOf(entry, url))
{
    private static readonly char[] Separators = ['&', ';'];
    private IBodyData? body;

    public override string ClientIP => entry.Client;

    public override DateTime DateTime => entry.At.UtcDateTime;

    public override string Method => entry.Method;

    public override IDictionary<string, WireMockList<string>> Headers { get; } = entry.Headers.GroupBy(header => header.Key, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => new WireMockList<string>(group.Select(header => header.Value)), StringComparer.OrdinalIgnoreCase);

    public override IDictionary<string, string> Cookies => entry.Headers.Where(header => header.Key.Equals("Cookie", StringComparison.OrdinalIgnoreCase))
        .SelectMany(header => header.Value.Split("; ")).Select(pair => pair.Split('=', 2)).DistinctBy(pair => pair[0]).ToDictionary(pair => pair[0], pair => pair.ElementAtOrDefault(1) ?? "");

    /// <summary>The query as WireMock.Net reads it: names as sent, values decoded and parted at commas.</summary>
    public override IDictionary<string, WireMockList<string>> Query => RawQuery.TrimStart('?').Split(Separators, StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2)).GroupBy(pair => pair[0])
        .ToDictionary(group => group.Key, group => new WireMockList<string>(group.SelectMany(pair => (pair.ElementAtOrDefault(1) ?? "").Split(',')).Select(value => System.Net.WebUtility.UrlDecode(value))));

    public override IBodyData? BodyData => entry.Body.IsEmpty ? null : body ??= Read(entry.Body.ToArray());

    private static Uri UrlOf(JournalEntry entry, string url)
    {
        var host = entry.Headers.FirstOrDefault(header => header.Key.Equals("Host", StringComparison.OrdinalIgnoreCase)).Value;
        return Uri.TryCreate($"{new Uri(url).Scheme}://{host}{entry.Target}", UriKind.Absolute, out var whole) || Uri.TryCreate(url + entry.Target, UriKind.Absolute, out whole) ? whole : new Uri(url);
    }

    private static BodyData Read(byte[] bytes)
    {
        var text = System.Text.Encoding.UTF8.GetString(bytes);
        var read = new BodyData { BodyAsBytes = bytes, BodyAsString = text, DetectedBodyType = BodyType.String, Encoding = System.Text.Encoding.UTF8 };
        try
        {
            using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None, MaxDepth = 64 };
            read.BodyAsJson = JToken.ReadFrom(reader);
            read.DetectedBodyType = BodyType.Json;
        }
        catch (JsonReaderException)
        {
            // It is a text.
        }

        return read;
    }
}
