using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;

namespace MockCustomers.OpenApi.Tests;

public class DocumentReaderTests
{
    [Theory]
    [InlineData("true", "true")]
    [InlineData("False", "false")]
    [InlineData("null", "null")]
    [InlineData("~", "null")]
    [InlineData("", "null")]
    [InlineData("12", "12")]
    [InlineData("-12", "-12")]
    [InlineData("0", "0")]
    [InlineData("1.10", "1.10")]
    [InlineData(".5", "0.5")]
    [InlineData("5.", "5.0")]
    [InlineData("1e3", "1e3")]
    [InlineData("-1.5E-3", "-1.5E-3")]
    [InlineData("0x1F", "31")]
    [InlineData("0o17", "15")]
    [InlineData("12345678901234567890123", "12345678901234567890123")]
    public void An_unquoted_scalar_has_the_type_of_the_core_schema(string plain, string json) =>
        Value(plain).ShouldBe(json);

    [Theory]
    [InlineData("no")]
    [InlineData("NO")]
    [InlineData("yes")]
    [InlineData("on")]
    [InlineData("Off")]
    [InlineData("n")]
    [InlineData("tRUE")]
    [InlineData("01109")]
    [InlineData("007.5")]
    [InlineData("+2348012345678")]
    [InlineData("2024-01-31")]
    [InlineData("2024-01-31T10:00:00Z")]
    [InlineData("12:30:45")]
    [InlineData("1_000")]
    [InlineData("1.2.3")]
    [InlineData(".")]
    [InlineData("1e")]
    [InlineData("0xZZ")]
    [InlineData("0o8")]
    [InlineData(".nan")]
    [InlineData("-.inf")]
    public void What_only_looks_like_another_type_stays_a_string(string plain) =>
        Read($"a: {plain}")!["a"]!.GetValue<string>().ShouldBe(plain);

    [Theory]
    [InlineData("'12'", "12")]
    [InlineData("\"true\"", "true")]
    [InlineData("'~'", "~")]
    [InlineData("!!str 12", "12")]
    [InlineData("! 12", "12")]
    public void A_quoted_scalar_stays_a_string(string scalar, string text) => Value(scalar).ShouldBe($"\"{text}\"");

    [Fact]
    public void A_tag_gives_a_quoted_scalar_its_type() => Value("!!int '12'").ShouldBe("12");

    [Fact]
    public void Keys_keep_the_order_of_the_file_and_are_always_text() =>
        Read("z: 1\n200: 2\na: 3\ntrue: 4\nnull: 5").ShouldBeAssignableTo<JsonObject>()!.Select(member => member.Key)
            .ShouldBe(["z", "200", "a", "true", "null"]);

    [Fact]
    public void Blocks_keep_or_fold_their_lines() =>
        Read("a: |\n  one\n  two\nb: >\n  one\n  two\n")!.ToJsonString().ShouldBe("""{"a":"one\ntwo\n","b":"one two\n"}""");

    [Fact]
    public void An_alias_repeats_its_anchor() => Read("a: &x { b: [1] }\nc: *x")!.ToJsonString().ShouldBe("""{"a":{"b":[1]},"c":{"b":[1]}}""");

    [Theory]
    [InlineData("a: &x { b: 1, c: 2 }\nd: { <<: *x, c: 3 }")]
    [InlineData("a: &x { b: 1, c: 2 }\nd: { <<: [*x, { c: 4 }], c: 3 }")]
    public void A_merge_key_adds_what_the_map_does_not_say_itself(string yaml) =>
        Read(yaml)!["d"]!.ToJsonString().ShouldBe("""{"c":3,"b":1}""");

    [Fact]
    public void JSON_and_YAML_give_the_same_nodes()
    {
        var json = """{"b":[1,1.50,-2e3,"x",true,null,{}],"a":{"c":"01"}}""";
        var yaml = "b: [1, 1.50, -2e3, x, true, null, {}]\na: { c: '01' }";
        Read(json, "a.json")!.ToJsonString().ShouldBe(json);
        Read(json, "a.yaml")!.ToJsonString().ShouldBe(json);
        Read(yaml)!.ToJsonString().ShouldBe(json);
    }

    [Theory]
    [InlineData("{\"a\":1}", "a.txt")]
    [InlineData("\uFEFF{\"a\":1}", "a.json")]
    [InlineData("\uFEFFa: 1", "a.yml")]
    [InlineData("a: 1", "a")]
    public void A_byte_order_mark_and_an_unknown_file_extension_are_accepted(string text, string file) =>
        Read(text, file)!.ToJsonString().ShouldBe("""{"a":1}""");

    [Theory]
    [InlineData("{\"a\": 1,\n \"b\" 2}", "a.json", "a.json#: line 2, column 6: ")]
    [InlineData("{\"a\": \"\\ud800\"}", "a.json", "a.json#: line 1, column 7: half of a surrogate pair")]
    [InlineData("{} {}", "a.json", "a.json#: line 1, column 4: ")]
    [InlineData("{\"a\":", "a.json", "a.json#: line 1, ")]
    [InlineData("// no\n{}", "a.json", "a.json#: line 1, column 1: ")]
    [InlineData("a: 1\nb: [1, 2\nc: 3", "a.yaml", "a.yaml#: line 3, column ")]
    [InlineData("a: 1\n\tb: 2", "a.yaml", "a.yaml#: line 1, column 4: While scanning a plain scalar, found a tab")]
    [InlineData("a: 'x", "a.yaml", "a.yaml#: line 1, column ")]
    [InlineData("a: *x", "a.yaml", "a.yaml#: line 1, column 4: no anchor 'x'")]
    [InlineData("a: &x [*x]", "a.yaml", "a.yaml#: line 1, column 8: no anchor 'x'")]
    [InlineData("a: !shout x", "a.yaml", "a.yaml#: line 1, column 4: the tag '!shout'")]
    [InlineData("? [a]\n: 1", "a.yaml", "a.yaml#: line 1, column 3: the key of a map is not a text")]
    [InlineData("<<: 1", "a.yaml", "a.yaml#: line 1, column 1: '<<' merges something that is not a map")]
    [InlineData("a: 1\n---\nb: 2", "a.yaml", "a.yaml#: line 2, column 1: a second document begins")]
    [InlineData("a: \"\\q\"", "a.yaml", "a.yaml#: line 1, column ")]
    [InlineData("", "a.yaml", "a.yaml#: it is empty")]
    [InlineData(" \n", "a.json", "a.json#: it is empty")]
    [InlineData("# only a comment", "a.yaml", "a.yaml#: it holds nothing")]
    [InlineData("null", "a.json", "a.json#: it holds nothing but null")]
    public void What_cannot_be_read_is_one_diagnostic_that_says_where(string text, string file, string start)
    {
        var bag = new DiagnosticBag();
        DocumentReader.Read(file, text, bag).ShouldBeNull();
        bag.Found.ShouldHaveSingleItem().ToString().ShouldStartWith(start);
    }

    [Theory]
    [InlineData("{\"p\":{\"a/b\":1,\"a/b\":2}}", "a.json", "a.json#/p/a~1b: the key 'a/b' stands twice; leave one of the two")]
    [InlineData("p:\n  a/b: 1\n  a/b: 2", "a.yaml", "a.yaml#/p/a~1b: line 3: the key 'a/b' stands twice; leave one of the two")]
    public void A_key_that_stands_twice_is_a_diagnostic(string text, string file, string complaint)
    {
        var bag = new DiagnosticBag();
        DocumentReader.Read(file, text, bag)!["p"]!["a/b"]!.GetValue<int>().ShouldBe(1);
        bag.Found.ShouldHaveSingleItem().ToString().ShouldBe(complaint);
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_a_diagnostic()
    {
        var bag = new DiagnosticBag();
        DocumentReader.Read("a.yaml", [0x61, 0xFF], bag).ShouldBeNull();
        bag.Found.ShouldHaveSingleItem().Problem.ShouldBe("it is not UTF-8");
    }

    [Theory]
    [InlineData("a.json")]
    [InlineData("a.yaml")]
    public void Nesting_is_bounded(string file)
    {
        var bag = new DiagnosticBag();
        var deepest = $"{new string('[', 99)}1{new string(']', 99)}";
        DocumentReader.Read(file, deepest, bag).ShouldNotBeNull();
        bag.Found.ShouldBeEmpty();
        DocumentReader.Read(file, $"{new string('[', 50_000)}1", bag).ShouldBeNull();
        bag.Found.ShouldHaveSingleItem().Problem.ShouldContain("100");
    }

    [Fact]
    public void Aliases_cannot_nest_deeper_than_written_text()
    {
        var bag = new DiagnosticBag();
        var chain = string.Join('\n', Enumerable.Range(1, 200).Select(n => $"a{n}: &a{n} [*a{n - 1}]"));
        DocumentReader.Read("a.yaml", $"a0: &a0 1\n{chain}", bag).ShouldBeNull();
        bag.Found.ShouldHaveSingleItem().Problem.ShouldContain("nest deeper than 100");
    }

    [Fact]
    public void A_billion_laughs_are_refused()
    {
        var bag = new DiagnosticBag();
        var laughs = string.Join('\n', Enumerable.Range(1, 9).Select(n => $"a{n}: &a{n} [{string.Join(',', Enumerable.Repeat($"*a{n - 1}", 10))}]"));
        DocumentReader.Read("a.yaml", $"a0: &a0 [lol]\n{laughs}", bag).ShouldBeNull();
        bag.Found.ShouldHaveSingleItem().Problem.ShouldContain("aliases add more than 100000 nodes");
    }

    private static string Value(string scalar) => Read($"a: {scalar}")!["a"]?.ToJsonString() ?? "null";

    private static JsonNode? Read(string text, string file = "a.yaml")
    {
        var bag = new DiagnosticBag();
        var node = DocumentReader.Read(file, text, bag);
        bag.Found.ShouldBeEmpty();
        return node;
    }
}
