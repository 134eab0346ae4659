using System.Text;
using MockCustomers.Exchange;

namespace MockCustomers.Vendors.Tests;

/// <summary>Requests as nobody means them: half right, so that they get past the first check, and odd from there on.</summary>
internal sealed class RandomRequests(int seed)
{
    private static readonly string[] Methods = ["GET", "GET", "GET", "GET", "GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE", "PATCH", "TRACE", "BREW"];

    private static readonly string[] Odd =
    [
        "", "0", "1", "-1", "2147483648", "9223372036854775807", "-9223372036854775808", "99999999999999999999999999999", "1e3", "0x10", "1.5", "null", "true",
        "NaN", "%20", "%2F", "%2f..%2f", "%25", "%", "%%", "%zz", "%e9", "%C3%A9", "%F0%9F%98%80", "%ED%A0%80", "%01", "%7F", "%0d%0a", "..", ".", "*", "{id}", "{}", "[]",
        "a,b", ",", "integrations", "integrations,integrations", "'", "\"", "<script>", "\\", "|", "^", "`", "~", "+", "١٢", "%D9%A1",
    ];

    private static readonly string[] Pieces =
    [
        "", "{}", "[]", "null", "1", "\"", "\"id\":null,\"", "\"a\":{\"b\":[1e400]},\"", "\\ud800", "\u0000", "{\"\":{}}", "[[[[[[[[[[]]]]]]]]]]", "\"ünï\":\"😀\",\"", "-0", "}", ",", ":\"",
    ];

    private static readonly string[] HeaderNames =
    [
        "Accept", "Accept-Language", "Origin", "Access-Control-Request-Method", "Access-Control-Request-Headers", "Cookie", "X-Forwarded-For", "If-None-Match",
        "Range", "Expect-CT", "Content-Type", "X-HTTP-Method-Override", "Authorization", "Api-Key", "x-api-key",
    ];

    private readonly Random random = new(seed);

    /// <summary>A request that can be sent as HTTP.</summary>
    public (string Method, string Target, IReadOnlyList<(string Name, string Value)> Headers, string Body) Next(VendorUnderTest vendor)
    {
        var headers = new List<(string, string)>();
        if (random.Next(10) > 0) headers.Add(vendor.Credential);
        for (var more = random.Next(4); more > 0; more--) headers.Add((Of(HeaderNames), HeaderValue()));
        var method = Of(Methods);
        var body = method is "POST" or "PUT" or "PATCH" ? Body(vendor) : "";
        if (body.Length > 0) headers.Add(("Content-Type", Of(["application/json", "application/json", "application/json; charset=utf-8", "text/plain", "x"])));
        return (method, Target(vendor), headers, body);
    }

    /// <summary>A body for a customer to be or to become.</summary>
    public (string Method, string Target, string Body) NextWrite(VendorUnderTest vendor)
    {
        var update = random.Next(2) == 0;
        var target = update ? vendor.PathOf(vendor.Id(random.Next(1000))) : vendor.Example(vendor.List!);
        if (random.Next(10) == 0) target = vendor.PathOf("nobody");
        return (update || target == vendor.PathOf("nobody") ? "PATCH" : "POST", target, Body(vendor));
    }

    /// <summary>Bytes that may be anything.</summary>
    public byte[] NextBytes(VendorUnderTest vendor)
    {
        var (method, target, headers, body) = Next(vendor);
        var text = $"{method} {target} HTTP/1.1\r\nHost: {vendor.Wire.Host}\r\nConnection: close\r\n{string.Concat(headers.Select(h => $"{h.Item1}: {h.Item2}\r\n"))}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";
        var bytes = Encoding.UTF8.GetBytes(text);
        if (random.Next(10) == 0) random.NextBytes(bytes);
        for (var changes = random.Next(6); changes > 0; changes--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return random.Next(5) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
    }

    /// <summary>A customer that is served, with something else in some places; or no customer, or no JSON.</summary>
    private string Body(VendorUnderTest vendor)
    {
        var json = new JsonBuffer();
        vendor.Host.Customers.Write(vendor.Host.Customers.Everybody[random.Next(1000)], [], json);
        var body = Encoding.UTF8.GetString(json.Written.Span);
        json.Dispose();
        for (var changes = random.Next(4); changes > 0; changes--)
        {
            var quote = body.IndexOf('"', random.Next(body.Length));
            if (quote >= 0) body = body[..quote] + Of(Pieces) + body[(quote + 1)..];
        }

        return random.Next(6) == 0 ? Of(Pieces) : body;
    }

    private string Target(VendorUnderTest vendor)
    {
        var path = random.Next(8) switch
        {
            0 => "/" + string.Join('/', Enumerable.Range(0, random.Next(6)).Select(_ => Of(Odd))),
            1 => vendor.PathOf("") + Of(Odd),
            2 => vendor.PathOf("") + Mutated(vendor.Id(random.Next(1000))),
            3 => vendor.PathOf(vendor.Id(random.Next(1000))) + Of(["", "/", "//", "/x", "%20", "?", "#x"]),
            4 => vendor.Host.Url + vendor.PathOf(vendor.Id(random.Next(1000))),
            5 => vendor.PathOf(vendor.Id(random.Next(1000))),
            _ => vendor.Example(vendor.List ?? vendor.Fetch),
        };
        var operation = vendor.Reads[random.Next(vendor.Reads.Count)].Operation;
        string[] names = [.. operation.Parameters.Select(p => p.Name), "sort", "", "filter[x]"];
        var query = Enumerable.Range(0, random.Next(4)).Select(_ => $"{Of(names)}{Of(["=", "=", "=", "", "=="])}{Of(Odd)}");
        return Ascii(path.Contains('?', StringComparison.Ordinal) ? path : $"{path}{Of(["?", ""])}{string.Join('&', query)}");
    }

    /// <summary>Raw bytes beyond ASCII are refused by every HTTP server: half of them are encoded.</summary>
    private string Ascii(string target) =>
        random.Next(2) == 0 ? target : string.Concat(target.Select(c => c > '~' ? Uri.EscapeDataString(c.ToString()) : c.ToString()));

    private string Mutated(string id)
    {
        var characters = id.ToCharArray();
        for (var changes = random.Next(3); changes > 0; changes--) characters[random.Next(characters.Length)] = "0aZz-_.~!1lO"[random.Next(12)];
        return new string(characters)[..random.Next(1, characters.Length + 1)];
    }

    private string HeaderValue() => random.Next(4) switch
    {
        0 => Of(Odd),
        1 => new string((char)random.Next('!', '~'), random.Next(2000)),
        2 => "Bearer " + Of(Odd),
        _ => Of(["GET", "https://app.example", "*/*", "bytes=0-1", "é", "x-é, y"]),
    };

    private string Of(string[] choices) => choices[random.Next(choices.Length)];
}
