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
    public async Task A_file_with_comments_is_read_as_it_is_served()
    {
        using var ended = await Command.RunAsync("convert", folder.Write($"// from the team\n[{Java},]", "java.json"));
        ended.ExitCode.ShouldBe(0, ended.Told);
        ((string?)JsonNode.Parse(ended.Output)!["Request"]!["Path"]!["Matchers"]![0]!["Pattern"]).ShouldBe("/a");
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
        ended.Output.ShouldNotContain("__files");
        Directory.GetFiles(folder.Of("to"), "*", SearchOption.AllDirectories).Length.ShouldBe(3);
        JsonNode.Parse(await File.ReadAllTextAsync(folder.Of("to", "more", "two.json")))!.AsArray().Count.ShouldBe(2);
    }

    /// <summary>A vendor's folder as --stubs reads it, WireMock's own folder of mappings, and a folder that is named by itself.</summary>
    [Theory]
    [InlineData("from", "to", "mappings/one.json", "__files", "to/__files")]
    [InlineData("from/mappings", "to/mappings", "one.json", "__files", "to/__files")]
    [InlineData("from/mappings", "to", "more/one.json", "__files", "to/__files")]
    [InlineData("from", "to", "align/mappings/more/one.json", "align/__files", "to/align/__files")]
    [InlineData("from/", "to/", "more/one.json", "__files", "to/__files")]
    [InlineData("from/one.json", "to", "one.json", "__files", "to/__files")]
    public async Task The_files_that_mappings_name_are_copied_to_the_same_place(string path, string output, string mapping, string files, string copied)
    {
        var inside = path.EndsWith("mappings", StringComparison.Ordinal) ? "from/mappings" : "from";
        folder.Write(WithBody("a/body.txt"), [inside, mapping]);
        folder.Write("é", "from", files, "a", "body.txt");
        folder.Write("not named", "from", files, "other.txt");

        using var ended = await Command.RunAsync("convert", folder.Of(path), "--output", folder.Of(output));

        ended.ExitCode.ShouldBe(0, ended.Told);
        ended.Output.ShouldEndWith($"{Path.Combine("__files", "a", "body.txt")}  copied\n");
        (await File.ReadAllTextAsync(folder.Of(copied, "a", "body.txt"))).ShouldBe("é");
        Directory.GetFiles(folder.Of("to"), "*", SearchOption.AllDirectories).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Named_files_are_those_of_both_dialects_and_all_that_a_template_may_name()
    {
        folder.Write($$"""[{{WithBody("java.txt")}}]""", "from", "java.json");
        folder.Write("""{"Request": {"Body": {"Matcher": {"Name": "RegexMatcher", "patternAsFile": "pattern.txt"}}}, "Response": {"bodyAsFile": "net.txt"}}""", "from", "net.json");
        folder.Write(WithBody("{{request.path.[1]}}.txt"), "from", "any", "template.json");
        foreach (var name in new[] { "java.txt", "net.txt", "pattern.txt", "other.txt" }) folder.Write(name, "from", "__files", name);
        foreach (var name in new[] { "one.txt", "inner/two.txt" }) folder.Write(name, "from", "any", "__files", name);
        File.CreateSymbolicLink(folder.Of("from", "any", "__files", "link.txt"), folder.Write("top secret", "secret.txt"));

        using var ended = await Command.RunAsync("convert", folder.Of("from"), "--to", "wiremock.net", "--output", folder.Of("to"));

        ended.ExitCode.ShouldBe(0, ended.Told);
        Copied("to/__files").ShouldBe(["java.txt", "net.txt", "pattern.txt"]);
        Copied("to/any/__files").ShouldBe([Path.Combine("inner", "two.txt"), "one.txt"]);
    }

    [Theory]
    [InlineData("none.txt")]
    [InlineData("../secret.txt")]
    [InlineData("a/../../secret.txt")]
    [InlineData("link.txt")]
    [InlineData("linked/secret.txt")]
    [InlineData("chain.txt")]
    [InlineData("circle.txt")]
    [InlineData("a")]
    [InlineData("")]
    [InlineData("/etc/hostname")]
    public async Task A_named_file_that_is_missing_or_elsewhere_is_told_and_nothing_is_written(string name)
    {
        var secret = folder.Write("top secret", "from", "secret.txt");
        folder.Write("good", "from", "__files", "a", "good.txt");
        File.CreateSymbolicLink(folder.Of("from", "__files", "link.txt"), secret);
        File.CreateSymbolicLink(folder.Of("from", "__files", "linked"), folder.Of("from"));
        File.CreateSymbolicLink(folder.Of("from", "__files", "chain.txt"), "linked/secret.txt");
        File.CreateSymbolicLink(folder.Of("from", "__files", "circle.txt"), "circle.txt");
        folder.Write($$"""{"mappings": [{{WithBody("a/good.txt")}}, {{WithBody(name)}}]}""", "from", "one.json");
        folder.Write("""{"Request": {}, "Response": {"BodyAsFile": "gone.txt"}}""", "from", "two.json");

        using var ended = await Command.RunAsync("convert", folder.Of("from"), "--output", folder.Of("to"));

        ended.ExitCode.ShouldBe(3, ended.Told);
        ended.Error.ShouldContain($"one.json#/mappings/1/response/bodyFileName: there is no file '{name}' in __files; the name of a file in ");
        ended.Error.ShouldContain("two.json#/Response/BodyAsFile: there is no file 'gone.txt' in __files; ");
        ended.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
        Directory.Exists(folder.Of("to")).ShouldBeFalse();
    }

    [Fact]
    public async Task What_was_there_before_is_written_over_with_a_word_and_links_inside_are_followed()
    {
        folder.Write($"[{WithBody("same.txt")}, {WithBody("other.txt")}, {WithBody("link.txt")}]", "from", "one.json");
        foreach (var name in new[] { "same.txt", "other.txt" }) folder.Write(name, "from", "__files", name);
        File.CreateSymbolicLink(folder.Of("from", "__files", "link.txt"), "same.txt");
        folder.Write("same.txt", "to", "__files", "same.txt");
        folder.Write("theirs", "to", "__files", "other.txt");

        using var ended = await Command.RunAsync("convert", folder.Of("from"), "--output", folder.Of("to"));

        ended.ExitCode.ShouldBe(0, ended.Told);
        string Line(string name, string told) => $"ok  {Path.Combine("__files", name)}  {told}\n";
        ended.Output.ShouldEndWith(Line("link.txt", "copied") + Line("other.txt", "copied over another of this name") + Line("same.txt", "is there already"));
        (await File.ReadAllTextAsync(folder.Of("to", "__files", "other.txt"))).ShouldBe("other.txt");
        File.ResolveLinkTarget(folder.Of("to", "__files", "link.txt"), returnFinalTarget: false).ShouldBeNull();
    }

    [Fact]
    public async Task A_converted_folder_answers_by_itself()
    {
        folder.Write(WithBody("body.txt"), "from", "align", "mappings", "one.json");
        folder.Write("from a file", "from", "align", "__files", "body.txt");
        using var ended = await Command.RunAsync("convert", folder.Of("from"), "--output", folder.Of("to"));
        ended.ExitCode.ShouldBe(0, ended.Told);
        Directory.Delete(folder.Of("from"), recursive: true);

        using var sandbox = await RunningSandbox.StartAsync("--vendor", "align", "--stubs", folder.Of("to"));
        using var client = new HttpClient();
        (await client.GetStringAsync($"{sandbox.Ports["vendors"]!["align"]!["url"]}/body")).ShouldBe("from a file");
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
        ended.Error.ShouldContain("broken.json#: it cannot be read as JSON");
        ended.Error.ShouldContain("twice.json#: it cannot be read as JSON");
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
            ([folder.Of("from"), "--output", ""], 2, "--output: '' is not right; the name of a folder"),
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

    private static string WithBody(string name) => $$$"""{"request": {"urlPath": "/body"}, "response": {"bodyFileName": "{{{name}}}"}}""";

    private IEnumerable<string> Copied(string files) => Directory.GetFiles(folder.Of(files), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder.Of(files), file)).Order(StringComparer.Ordinal);
}
