using System.Security.Cryptography.X509Certificates;
using WireMock;
using WireMock.Models.Mime;
using WireMock.Types;
using WireMock.Util;

namespace MockCustomers.Stubs.Inside;

/// <summary>A request as WireMock.Net's matchers see it: its path alone, or all that a journal keeps.</summary>
internal class PathMessage(Uri url) : IRequestMessage
{
    public virtual string ClientIP => "";

    public string Url => url.ToString();

    public string AbsoluteUrl => Url;

    public string? ProxyUrl { get; set; }

    public virtual DateTime DateTime => default;

    /// <summary>The path as WireMock.Net reads it.</summary>
    public string Path { get; } = System.Net.WebUtility.UrlDecode(url.AbsolutePath);

    /// <summary>The path, percent-encoded.</summary>
    public string RawPath => url.AbsolutePath;

    public string AbsolutePath => Path;

    public string[] PathSegments => [.. Path.Split('/').Skip(1)];

    public string[] AbsolutePathSegments => PathSegments;

    public virtual string Method => "GET";

    public string HttpVersion => "1.1";

    public virtual IDictionary<string, WireMockList<string>>? Headers => null;

    public virtual IDictionary<string, string>? Cookies => null;

    public virtual IDictionary<string, WireMockList<string>>? Query => null;

    public IDictionary<string, WireMockList<string>>? QueryIgnoreCase => Query is { } query ? new Dictionary<string, WireMockList<string>>(query, StringComparer.OrdinalIgnoreCase) : null;

    public string RawQuery => url.Query;

    public virtual IBodyData? BodyData => null;

    public string? Body => BodyData?.BodyAsString;

    public object? BodyAsJson => BodyData?.BodyAsJson;

    public byte[]? BodyAsBytes => BodyData?.BodyAsBytes;

    public IMimeMessageData? BodyAsMimeMessage => null;

    public string? DetectedBodyType => BodyData?.DetectedBodyType?.ToString();

    public string? DetectedBodyTypeFromContentType => BodyData?.DetectedBodyTypeFromContentType?.ToString();

    public string? DetectedCompression => null;

    public string Host => url.Host;

    public string Protocol => url.Scheme;

    public int Port => url.Port;

    public string Origin => url.GetLeftPart(UriPartial.Authority);

    public X509Certificate2? ClientCertificate => null;

    public WireMockList<string>? GetParameter(string key, bool ignoreCase = false) =>
        (ignoreCase ? QueryIgnoreCase : Query) is { } query && query.TryGetValue(key, out var values) ? values : null;
}
