using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using MockCustomers.Exchange;
using MockCustomers.Faults;

namespace MockCustomers.Tests.Faults;

/// <summary>Faults as users write them.</summary>
public sealed class FaultReaderTests
{
    private static readonly FaultVocabulary Names = new(new Dictionary<string, IReadOnlyList<string>> { ["acme"] = ["createCustomer", "getCustomer"], ["other"] = ["list"] });

    [Theory]
    [InlineData("""{"vendor":"acme","operation":"createCustomer","when":{"times":2},"reply":{"code":503,"retryAfter":"PT1S"}}""")]
    [InlineData("""{"id":"mine","session":"s","method":"GET","path":"/v1/*","customer":"7","when":{"every":3},"delay":"PT0.2S"}""")]
    [InlineData("""{"when":{"rate":0.1,"from":"2026-01-01T00:00:00Z","until":"2026-01-02T00:00:00.25Z"},"delay":{"uniform":["PT0.1S","PT1S"]},"bytesPerSecond":1000}""")]
    [InlineData("""{"delay":{"logNormal":{"median":"PT0.2S","sigma":0.5}},"transport":"reset"}""")]
    [InlineData("""{"transport":"empty"}""")]
    [InlineData("""{"transport":"truncate"}""")]
    [InlineData("""{"transport":"garbage"}""")]
    public void What_is_written_is_read_and_written_again(string text)
    {
        var rule = Read(text, out var told);
        told.ShouldBeEmpty();
        PlainJson.Text(FaultWriter.Write(rule)).ShouldBe(text);
    }

    [Fact]
    public void What_a_book_tells_can_be_given_to_a_book()
    {
        var book = new FaultBook(1);
        book.Add(Read(FaultReader.Example, out _, null));
        var told = FaultWriter.Write(book.All.Single());
        told["id"]!.GetValue<string>().ShouldBe("fault-1");
        told["hit"]!.GetValue<long>().ShouldBe(0);
        Read(PlainJson.Text(told), out var mistakes, null).ShouldBe(book.All.Single().Rule with { Id = "fault-1" });
        mistakes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[]", "#: [] does not fit; an object with id, vendor, ")]
    [InlineData("{}", "#: nothing would go wrong; reply, delay, bytesPerSecond or transport")]
    [InlineData("""{"vendro": "acme", "transport": "reset"}""", "#/vendro: unknown key 'vendro'; did you mean vendor?")]
    [InlineData("""{"vendor": "acmee", "transport": "reset"}""", "#/vendor: unknown vendor 'acmee'; did you mean acme? one of: acme, other")]
    [InlineData("""{"vendor": "other", "operation": "getCustomer", "transport": "reset"}""", "#/operation: unknown operation 'getCustomer'; one of: list")]
    [InlineData("""{"operation": "getCustomers", "transport": "reset"}""", "did you mean getCustomer?")]
    [InlineData("""{"method": "get", "transport": "reset"}""", "#/method: unknown method 'get'; did you mean GET?")]
    [InlineData("""{"path": "v1", "transport": "reset"}""", "#/path: 'v1' does not fit; a path such as")]
    [InlineData("""{"id": "a b", "transport": "reset"}""", "#/id: 'a b' does not fit")]
    [InlineData("""{"customer": 7, "transport": "reset"}""", "#/customer: 7 does not fit; a text")]
    [InlineData("""{"when": {}, "transport": "reset"}""", "#/when: {} does not fit; one of:")]
    [InlineData("""{"when": {"times": 0}, "transport": "reset"}""", "#/when/times: 0 does not fit; a whole number from 1")]
    [InlineData("""{"when": {"times": 1.5}, "transport": "reset"}""", "#/when/times: 1.5 does not fit")]
    [InlineData("""{"when": {"rate": 0}, "transport": "reset"}""", "#/when/rate: 0 does not fit; a number above 0, at most 1")]
    [InlineData("""{"when": {"rate": 1.1}, "transport": "reset"}""", "#/when/rate: 1.1 does not fit")]
    [InlineData("""{"when": {"times": 1, "every": 2}, "transport": "reset"}""", "#/when: times and every exclude each other")]
    [InlineData("""{"when": {"from": "soon"}, "transport": "reset"}""", "#/when/from: 'soon' does not fit; a time such as")]
    [InlineData("""{"when": {"from": "2026-01-02", "until": "2026-01-01"}, "transport": "reset"}""", "#/when/until: '2026-01-01' does not fit; a time after 'from'")]
    [InlineData("""{"reply": {}}""", "#/reply: 'code' is missing")]
    [InlineData("""{"reply": {"code": 200}}""", "#/reply/code: 200 does not fit; a whole number from 400 to 599")]
    [InlineData("""{"reply": {"code": 503, "retryAfter": 1}}""", "#/reply/retryAfter: 1 does not fit; an ISO 8601 duration")]
    [InlineData("""{"delay": "PT11M"}""", "#/delay: 'PT11M' does not fit; an ISO 8601 duration such as \"PT0.2S\", at most \"PT10M\"")]
    [InlineData("""{"delay": {}}""", "#/delay: {} does not fit; one of:")]
    [InlineData("""{"delay": {"uniform": ["PT1S"]}}""", "#/delay/uniform: ")]
    [InlineData("""{"delay": {"uniform": ["PT2S", "PT1S"]}}""", "the shorter duration first")]
    [InlineData("""{"delay": {"logNormal": {"median": "PT1S"}}}""", "#/delay/logNormal: 'sigma' is missing")]
    [InlineData("""{"bytesPerSecond": 0}""", "#/bytesPerSecond: 0 does not fit")]
    [InlineData("""{"transport": "rest"}""", "#/transport: unknown transport 'rest'; did you mean reset?")]
    [InlineData("""{"transport": "reset", "reply": {"code": 500}}""", "#/transport: a connection that breaks has no reply")]
    public void What_does_not_fit_is_told_with_a_pointer(string text, string expected)
    {
        Read(text, out var told);
        told.ShouldHaveSingleItem().ShouldContain(expected);
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once()
    {
        var bag = new DiagnosticBag();
        new FaultReader(Names).ReadAll(new JsonPlace(JsonNode.Parse("""[{"id": "a", "reply": {"code": 1}, "vendor": "x"}, {"id": "a", "delay": 1}]"""), "faults.json", "", bag));
        bag.Found.Select(d => $"{d.File}#{d.Pointer}").ShouldBe(["faults.json#/0/vendor", "faults.json#/0/reply/code", "faults.json#/1/delay", "faults.json#/1"]);
    }

    private static FaultRule Read(string text, out IReadOnlyList<string> told) => Read(text, out told, Names);

    private static FaultRule Read(string text, out IReadOnlyList<string> told, FaultVocabulary? names)
    {
        var bag = new DiagnosticBag();
        var rule = new FaultReader(names).Read(new JsonPlace(JsonNode.Parse(text), "", "", bag));
        told = [.. bag.Found.Select(d => d.ToString())];
        return rule;
    }
}
