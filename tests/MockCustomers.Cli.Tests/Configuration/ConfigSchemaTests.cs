using MockCustomers.Cli.Configuration;
using MockCustomers.Diagnostics;
using MockCustomers.OpenApi;
using NJsonSchema;

namespace MockCustomers.Cli.Tests.Configuration;

/// <summary>The schema of the settings says what the command reads, no more and no less.</summary>
public sealed class ConfigSchemaTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>A line for each key that has words or bounds, right and wrong; and others.</summary>
    public static TheoryData<string> Lines
    {
        get
        {
            var lines = new TheoryData<string>("seed: 42", "seed: abc", "seed: true", "seed: [1]", "vendor: [a, b]", "vendor: a,b", "vendor: {a: b}", "vendor: 3", "now: 2026-01-01", "now: 20260101",
                "proxy-to: {acme: \"https://api.example\"}", "proxy-to: [\"acme=https://api.example\"]", "faults: []", "faults: x.json", "faults: {}", "session-ttl: 10m", "session-ttl: 10", "unknown: 1", "log: ");
            foreach (var flag in ConfigSchema.Flags)
            {
                if (flag.Bounds is { } bounds)
                    foreach (var number in new[] { bounds.Least, bounds.Most, bounds.Least - 1, bounds.Most + 1 }) lines.Add($"{flag.Key}: {number}");
                foreach (var word in flag.Words) lines.Add($"{flag.Key}: {word}");
                if (flag.Words.Count > 0) lines.Add($"{flag.Key}: nonsense");
                if (flag.Words.Count > 0) lines.Add($"{flag.Key}: true");
            }

            return lines;
        }
    }

    [Fact]
    public void The_schema_that_is_shipped_is_that_of_the_flags()
    {
        ConfigSchema.Flags.Count.ShouldBeGreaterThan(30);
        var file = RepositoryFiles.PathOf("specs", "mockcustomers.schema.json");
        Approved.MatchesFile(ConfigSchema.Text, file, file + ".received.txt");
    }

    [Theory, MemberData(nameof(Lines))]
    public async Task What_the_schema_allows_is_read_and_what_it_does_not_is_refused(string line)
    {
        var path = folder.Write(line, "mockcustomers.yaml");
        var json = DocumentReader.Read(path, line, new DiagnosticBag()).ShouldNotBeNull().ToJsonString();
        var schema = await JsonSchema.FromJsonAsync(ConfigSchema.Text);

        var byReader = ConfigFile.Load(path, () => ConfigSchema.Flags).Mistakes;

        (byReader.Count == 0).ShouldBe(schema.Validate(json).Count == 0, $"{string.Join('\n', byReader)}\n{string.Join('\n', schema.Validate(json))}");
    }
}
