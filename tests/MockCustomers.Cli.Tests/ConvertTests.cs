using System.Text.Json.Nodes;

namespace MockCustomers.Cli.Tests;

/// <summary>convert: mappings from one dialect to the other, all or none.</summary>
public sealed class ConvertTests : IDisposable
{
    private const string Java = """{"request": {"method": "GET", "urlPath": "/a"}, "response": {"status": 201, "jsonBody": {"name": "é"}}}""";
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task A_file_goes_to_standard_output_and_back()
    {
        using var there = await Command.RunAsync("convert", folder.Write(Java, "java.json"));
        there.ExitCode.ShouldBe(0, there.Told);
        there.Output.ShouldContain("é");
        JsonNode.Parse(there.Output)!["Response"]!["StatusCode"]!.GetValue<int>().ShouldBe(201);

        using var back = await Command.RunAsync("convert", folder.Write(there.Output, "net.json"), "--to", "wiremock");
        back.ExitCode.ShouldBe(0, back.Told);
        JsonNode.Parse(back.Output)!["request"]!["urlPath"]!.GetValue<string>().ShouldBe("/a");
    }

    [Fact]
    public async Task A_folder_goes_to_a_folder_under_the_same_names()
    {
        folder.Write(Java, "from", "one.json");
        folder.Write($$"""{"mappings": [{{Java}}, {{Java}}]}""", "from", "more", "two.json");
        folder.Write("""{"Request": {"Path": "/b"}, "Response": {}}""", "from", "net.json");
        folder.Write("{}", "from", "__files", "body.json");

        using var ended = await Command.RunAsync("convert", folder.Of("from"), "--to", "wiremock.net", "--output", folder.Of("to"));

        ended.ExitCode.ShouldBe(0, ended.Told);
        ended.Output.ShouldContain($"ok  {Path.Combine("more", "two.json")}  2 mappings to wiremock.net\nok  net.json  is wiremock.net already\nok  one.json  1 mapping to wiremock.net\n");
        ended.Output.ShouldContain("__files is not copied");
        Directory.GetFiles(folder.Of("to"), "*", SearchOption.AllDirectories).Length.ShouldBe(3);
        JsonNode.Parse(await File.ReadAllTextAsync(folder.Of("to", "more", "two.json")))!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Every_mistake_of_every_file_is_told_and_nothing_is_written()
    {
        folder.Write(Java, "from", "good.json");
        folder.Write("""{"mappings": [{"request": {"bodyPatterns": [{"contains": "a"}, {"matchesXPath": "//a"}]}, "response": {"stats": 1}}]}""", "from", "bad.json");
        folder.Write("{", "from", "broken.json");
        folder.Write("""{"request": {}, "request": {"urlPath": "/a"}}""", "from", "twice.json");
        folder.Write("""{"openapi": "3.1.0"}""", "from", "other.json");

        using var ended = await Command.RunAsync("convert", folder.Of("from"), "--output", folder.Of("to"));

        ended.ExitCode.ShouldBe(3, ended.Told);
        ended.Output.ShouldBeEmpty();
        var lines = ended.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(5, ended.Error);
        ended.Error.ShouldContain("bad.json#/mappings/0/request/bodyPatterns/1/matchesXPath: WireMock's 'matchesXPath' is not supported; ");
        ended.Error.ShouldContain("bad.json#/mappings/0/response/stats: unknown key 'stats'; did you mean status?");
        ended.Error.ShouldContain("broken.json#: the mappings cannot be read as JSON");
        ended.Error.ShouldContain("twice.json#: the mappings cannot be read as JSON");
        ended.Error.ShouldContain("other.json#: there is no mapping");
        Directory.Exists(folder.Of("to")).ShouldBeFalse();
    }

    [Fact]
    public async Task What_makes_no_sense_is_a_usage_error()
    {
        folder.Write(Java, "from", "one.json");
        (string[] Args, int Code, string Told)[] asked =
        [
            ([folder.Of("from")], 2, "--output DIR"),
            ([folder.Of("from", "one.json"), "--to", "java"], 2, "wiremock or wiremock.net"),
            ([folder.Of("from"), "--output", folder.Of("from")], 2, "would be written over itself"),
            ([folder.Of("none.json")], 1, "there is no such file or folder"),
            ([folder.Write("", "empty", "a.txt")[..^6], "--output", folder.Of("to")], 1, "there is no file *.json"),
        ];
        foreach (var (args, code, told) in asked)
        {
            using var ended = await Command.RunAsync(["convert", .. args]);
            ended.ExitCode.ShouldBe(code, ended.Told);
            ended.Error.ShouldContain(told);
        }
    }

    public void Dispose() => folder.Dispose();
}
