using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MockCustomers.Contracts;
using MockCustomers.Server;
using MockCustomers.Vendors.Tests.Transcripts;

namespace MockCustomers.Vendors.Tests;

/// <summary>docs/coverage.md says of every operation and status of every vendor where it comes from and what tests it.</summary>
public sealed partial class CoverageTests(SharedSandbox shared) : IClassFixture<SharedSandbox>
{
    [Fact]
    public async Task The_coverage_table_is_what_is_served_and_tested()
    {
        var table = new StringBuilder("""
            # What is covered

            Made from the specs, the manifests, SOURCE.md and the transcripts, and checked by a test: if it is stale, the test writes
            `docs/coverage.received.md`, to be read and renamed. Sources: **seed** the vendor's own page, **pub** another public page of the
            vendor, **3rd** a third party, **inf** inferred; `specs/<vendor>/SOURCE.md` says where. Tests are transcripts in
            `tests/MockCustomers.Vendors.Tests/Transcripts/<vendor>`; a status without one is answered when it is asked for (`Prefer: code=`),
            which `PreferTests` does for all of them.

            """);
        foreach (var vendor in SandboxFolder.Names(Vendors.Shipped))
        {
            using var tested = await shared.VendorAsync(vendor);
            Section(vendor, tested, table);
        }

        Approved.MatchesFile(table.ToString(), RepositoryFiles.PathOf("docs", "coverage.md"), RepositoryFiles.PathOf("docs", "coverage.received.md"));
    }

    private static void Section(string vendor, VendorUnderTest tested, StringBuilder table)
    {
        var tests = Exchanges(vendor, tested).ToLookup(e => (e.Operation, e.Status), e => e.Name);
        var rows = 0;
        table.Append(CultureInfo.InvariantCulture, $"\n## {tested.Manifest.Title}\n\n| operation | status | source | tests |\n|---|---|---|---|\n");
        foreach (var served in tested.Vendor.Operations)
        {
            foreach (var response in served.Operation.Responses)
            {
                var names = tests[(served.Operation.Id, response.Status)].Distinct().Order(StringComparer.Ordinal).Select(name => $"`{name}`").ToList();
                table.Append(CultureInfo.InvariantCulture, $"| `{served.Operation.Method} {served.Template.Path}` | {response.Status} | {Source(response, served)} | ");
                table.Append(names.Count == 0 ? "`PreferTests`" : string.Join(", ", names)).Append(" |\n");
                rows++;
            }
        }

        rows.ShouldBeGreaterThan(0);
        var outside = tests.Where(t => !tested.Vendor.Operations.Any(o => o.Operation.Id == t.Key.Operation && o.Operation.Responses.Any(r => r.Status == t.Key.Status)));
        table.Append("\nBeside what the spec describes:\n\n");
        foreach (var group in outside.OrderBy(t => t.Key.Status).ThenBy(t => t.Key.Operation, StringComparer.Ordinal))
            table.Append(CultureInfo.InvariantCulture, $"* {group.Key.Status}{(group.Key.Operation.Length == 0 ? "" : $" on `{group.Key.Operation}`")}: {string.Join(", ", group.Distinct().Order(StringComparer.Ordinal).Select(n => $"`{n}`"))}\n");
        var source = File.ReadAllText(Path.Combine(Vendors.Shipped, vendor, "SOURCE.md")).ReplaceLineEndings("\n");
        table.Append("\nLeft out:\n\n").Append(LeftOut().Match(source) is { Success: true } left ? left.Groups[1].Value.Trim() : "nothing is listed").Append('\n');
    }

    /// <summary>The tag of a response, else of its operation.</summary>
    private static string Source(Response response, ServedOperation served) =>
        response.Source?.Tag ?? (response.Status < 300 ? served.Operation.Source?.Tag ?? "seed" : "see SOURCE.md");

    /// <summary>Which operation answered which status in which transcript; an empty operation where none was found.</summary>
    private static IEnumerable<(string Operation, int Status, string Name)> Exchanges(string vendor, VendorUnderTest tested)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Transcript.Folder, vendor), "*.txt").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            foreach (var (request, reply) in Transcript.Find(vendor, name)!.Exchanges)
            {
                var (method, target) = (request.Split(' ')[0], request.Split(' ')[1].Split('?')[0]);
                if (method == "HEAD") method = "GET";
                var operation = tested.Vendor.Operations
                    .Where(o => o.Operation.Method == method && Fits(o.Template.Path, target))
                    .OrderBy(o => o.Template.Path.Count(c => c == '{')).FirstOrDefault();
                yield return (operation?.Operation.Id ?? "", int.Parse(reply.Split(' ')[1], CultureInfo.InvariantCulture), name);
            }
        }
    }

    private static bool Fits(string template, string path) =>
        Regex.IsMatch(path, "^" + Parameter().Replace(Regex.Escape(template).Replace("\\{", "{", StringComparison.Ordinal), "[^/]+") + "$");

    [GeneratedRegex("\\{[^}/]+\\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("\n## Left out\n(.*?)(?=\n## |$)", RegexOptions.Singleline)]
    private static partial Regex LeftOut();
}
