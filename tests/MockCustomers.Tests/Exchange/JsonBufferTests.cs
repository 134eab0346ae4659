using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Xunit;
using MockCustomers.Exchange;

namespace MockCustomers.Tests.Exchange;

public sealed class JsonBufferTests
{
    [Fact]
    public void Every_character_of_the_plane_comes_back_as_it_went_in()
    {
        var text = string.Concat(Enumerable.Range(0, 0x10000).Select(i => (char)i).Where(c => !char.IsSurrogate(c)));
        Read(Written(text)).ShouldBe(text);
    }

    [Property]
    public bool Whatever_text_goes_in_comes_back(NonNull<string> text) =>
        Read(Written(text.Get)) == Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Get));

    [Theory]
    [InlineData("say \"no\"", """ "say \"no\"" """)]
    [InlineData("back\\slash / slash", """ "back\\slash / slash" """)]
    [InlineData("a\nb\rc\td\be\ff", """ "a\nb\rc\td\be\ff" """)]
    [InlineData("\u0000\u001f\u007f", "\"\\u0000\\u001f\u007f\"")]
    [InlineData("Žydrūnas & Søn <x> 👍", "\"Žydrūnas & Søn <x> 👍\"")]
    [InlineData("", "\"\"")]
    public void Only_what_JSON_asks_for_is_escaped(string text, string json) => Written(text).ShouldBe(json.Trim(' '));

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character() => Written("a\ud83db").ShouldBe("\"a\ufffdb\"");

    [Fact]
    public void It_grows_as_far_as_is_needed_and_keeps_what_it_has()
    {
        using var json = new JsonBuffer();
        for (var i = 0; i < 100_000; i++) json.Number(i % 10);
        json.Length.ShouldBe(100_000);
        Encoding.UTF8.GetString(json.Written.Span).ShouldBe(string.Concat(Enumerable.Range(0, 100_000).Select(i => (char)('0' + i % 10))));
        json.Clear();
        json.Length.ShouldBe(0);
        json.Last.ShouldBe((byte)0);
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-1, "-1")]
    [InlineData(long.MinValue, "-9223372036854775808")]
    [InlineData(long.MaxValue, "9223372036854775807")]
    public void A_number_is_its_digits(long number, string digits)
    {
        using var json = new JsonBuffer();
        json.Number(number);
        Encoding.UTF8.GetString(json.Written.Span).ShouldBe(digits);
    }

    private static string Written(string text)
    {
        using var json = new JsonBuffer();
        json.String(text);
        return Encoding.UTF8.GetString(json.Written.Span);
    }

    private static string? Read(string json) => JsonSerializer.Deserialize<string>(json);
}
