using System.Text.RegularExpressions;
using MockCustomers.Exchange;

namespace MockCustomers.Tests.Architecture;

/// <summary>What the readme tells people to paste works.</summary>
public sealed partial class ReadmeCurlTests
{
    private const int PortBase = 4010;

    [Fact]
    public void Every_curl_to_a_vendor_gets_customers()
    {
        var called = new List<string>();
        foreach (var curl in Curl().Matches(Repository.Text("README.md")).Cast<Match>())
        {
            var port = int.Parse(curl.Groups["port"].Value, System.Globalization.CultureInfo.InvariantCulture);
            var name = Manifests.Vendors.Single(v => Manifests.Document(v)["port"]!.GetValue<int>() == port - PortBase);
            using var vendor = Manifests.Make(name);
            using var output = new JsonBuffer();
            var headers = new OneHeader(curl.Groups["name"].Value, curl.Groups["value"].Value);
            Manifests.Answer(vendor, new Request("GET", curl.Groups["target"].Value, headers, default, output)).Status.ShouldBe(200, curl.Value);
            called.Add(name);
        }

        called.ShouldBe(Manifests.Vendors, ignoreOrder: true);
    }

    [GeneratedRegex(@"^curl (?:-i )?-H '(?<name>[^:]+): (?<value>[^']+)' '?http://127\.0\.0\.1:(?<port>\d+)(?<target>/[^'\s]*)", RegexOptions.Multiline)]
    private static partial Regex Curl();

    private sealed class OneHeader(string header, string value) : IRequestHeaders
    {
        public string? this[string name] => name.Equals(header, StringComparison.OrdinalIgnoreCase) ? value : null;

        public IReadOnlyList<KeyValuePair<string, string>> Without(string credential) => [];
    }
}
