using System.Text.RegularExpressions;

namespace MockCustomers.Cli.Tests;

/// <summary>A curl line as the command prints it, read as a shell would.</summary>
internal sealed partial record PrintedCurl(string Method, string Header, string Value, string Url, string? Body)
{
    /// <summary>The lines below a vendor's heading.</summary>
    public static IReadOnlyList<PrintedCurl> Of(string vendor, string output) =>
    [
        .. output.Split('\n')
            .SkipWhile(line => !line.StartsWith(vendor + "  ", StringComparison.Ordinal) || !line.EndsWith(" customers", StringComparison.Ordinal)).Skip(1)
            .TakeWhile(line => line.Length > 0)
            .Select(Read),
    ];

    public HttpRequestMessage Request()
    {
        var request = new HttpRequestMessage(new HttpMethod(Method), Url);
        request.Headers.TryAddWithoutValidation(Header, Value);
        if (Body is not null) request.Content = new StringContent(Body, System.Text.Encoding.UTF8, "application/json");
        return request;
    }

    private static PrintedCurl Read(string line)
    {
        var words = Word().Matches(line).Select(m => m.Value.Trim('\'')).ToList();
        words[0].ShouldBe("curl");
        var header = words[words.IndexOf("-H") + 1].Split(": ", 2);
        var method = words.IndexOf("-X");
        var body = words.IndexOf("-d");
        if (body >= 0) words.ShouldContain("Content-Type: application/json");
        return new PrintedCurl(method < 0 ? "GET" : words[method + 1], header[0], header[1], words[^1], body < 0 ? null : words[body + 1]);
    }

    [GeneratedRegex("'[^']*'|[^' ]+")]
    private static partial Regex Word();
}
