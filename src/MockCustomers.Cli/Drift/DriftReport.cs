using System.Text.Json.Nodes;
using MockCustomers.Exchange;

namespace MockCustomers.Cli.Drift;

/// <summary>The findings, for people and for machines.</summary>
internal static class DriftReport
{
    public static async Task WriteAsync(TextWriter output, string vendor, string against, IReadOnlyList<DriftFinding> findings)
    {
        var differences = findings.Sum(finding => finding.Differences.Count);
        await output.WriteLineAsync($"{vendor}  {against}  {Count(findings.Sum(finding => finding.Requests), "request")}, {Count(differences, "difference")}");
        foreach (var finding in findings)
        {
            await output.WriteLineAsync($"{finding.Operation}{(finding.Untried is { } why ? $"  not tried: {why}" : "")}");
            foreach (var ((place, expected, seen), count) in finding.Differences)
                await output.WriteLineAsync($"  {place}: {expected}{(seen.Length == 0 ? "" : $"; the API has: {seen}")}{(count == 1 ? "" : $" ({count} times)")}");
            if (finding.Unseen.Count > 0) await output.WriteLineAsync($"  described, and in no reply: {string.Join(", ", finding.Unseen)}");
        }
    }

    public static JsonObject ToJson(string vendor, string against, IReadOnlyList<DriftFinding> findings) => new()
    {
        ["vendor"] = vendor,
        ["against"] = against,
        ["operations"] = new JsonArray([.. findings.Select(JsonNode (finding) => new JsonObject
        {
            ["operation"] = finding.Operation,
            ["requests"] = finding.Requests,
            ["untried"] = finding.Untried,
            ["differences"] = new JsonArray([.. finding.Differences.Select(JsonNode (found) => new JsonObject
            {
                ["place"] = found.Difference.Place,
                ["expected"] = found.Difference.Expected,
                ["seen"] = found.Difference.Seen.Length == 0 ? null : found.Difference.Seen,
                ["count"] = found.Count,
            })]),
            ["unseen"] = new JsonArray([.. finding.Unseen.Select(JsonNode (place) => place)]),
        })]),
    };

    public static string Text(JsonObject report) => PlainJson.Text(report);

    private static string Count(int number, string what) => number == 1 ? $"1 {what}" : $"{number} {what}s";
}
