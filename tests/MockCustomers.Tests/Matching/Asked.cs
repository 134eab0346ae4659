using System.Text;
using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using MockCustomers.Exchange;
using MockCustomers.Journal;
using MockCustomers.Matching;

namespace MockCustomers.Tests.Matching;

/// <summary>Requests of a journal, and patterns that are read as a user wrote them.</summary>
internal static class Asked
{
    public static readonly PatternVocabulary Vocabulary = new(
        new Dictionary<string, IReadOnlyList<string>> { ["acme"] = ["listCustomers", "createCustomer"], ["other"] = ["getAccount"] },
        ["Authorization", "X-Key", "Cookie"]);

    public static JournalEntry Entry(string method = "GET", string target = "/v1/customers", string body = "", params (string Name, string Value)[] headers) => new()
    {
        Vendor = "acme",
        Session = "default",
        At = DateTimeOffset.UnixEpoch,
        SandboxTime = 0,
        Method = method,
        Target = target,
        Headers = [.. headers.Select(header => KeyValuePair.Create(header.Name, header.Value))],
        Body = Encoding.UTF8.GetBytes(body),
        Status = 404,
        Operation = "listCustomers",
        Customer = "cus_1",
        Fault = new Fault(FaultKind.NoSuchCustomer),
        Elapsed = TimeSpan.Zero,
    };

    /// <summary>Whether a pattern matches; it has to be readable.</summary>
    public static bool IsMatch(string pattern, JournalEntry entry)
    {
        var mistakes = new DiagnosticBag();
        var read = Read(pattern, mistakes);
        mistakes.Found.ShouldBeEmpty(pattern);
        return read.IsMatch(entry);
    }

    /// <summary>Whether a matcher matches a body.</summary>
    public static bool MatchesBody(string matcher, string body) => IsMatch($$"""{"bodyPatterns": [{{matcher}}]}""", Entry("POST", body: body));

    /// <summary>What is wrong with a pattern: pointer, problem, remedy.</summary>
    public static IReadOnlyList<string> Mistakes(string pattern)
    {
        var mistakes = new DiagnosticBag();
        Read(pattern, mistakes);
        return [.. mistakes.Found.Select(mistake => $"{mistake.Pointer}: {mistake.Problem}; {mistake.Remedy}")];
    }

    private static RequestPattern Read(string pattern, DiagnosticBag mistakes) =>
        new RequestPatternReader(Vocabulary).Read(new JsonPlace(JsonNode.Parse(pattern), "", "", mistakes));
}
