using System.Text.Json.Nodes;
using MockCustomers.Testing;

namespace MockCustomers.Vendors.Tests;

/// <summary>The clock of the control port.</summary>
public sealed class ClockTests
{
    [Theory]
    [InlineData("PT60S", "2026-01-31T00:01:00.000Z")]
    [InlineData("P1M", "2026-02-28T00:00:00.000Z")]
    [InlineData("P1Y", "2027-01-31T00:00:00.000Z")]
    [InlineData("P1W", "2026-02-07T00:00:00.000Z")]
    [InlineData("P1Y2M3DT4H5M6.5S", "2027-04-03T04:05:06.500Z")]
    public async Task A_period_moves_it_by_the_calendar(string period, string then)
    {
        await using var sandbox = await StartAsync();
        (await PostAsync(sandbox, $$"""{"advance": "{{period}}"}""")).ShouldBe((200, then));
        (await PostAsync(sandbox, """{"advance": "PT0S"}""")).ShouldBe((200, then));
    }

    [Theory]
    [InlineData("""{"advance": "1 month"}""", "ISO 8601")]
    [InlineData("""{"advance": "-P1D"}""", "ISO 8601")]
    [InlineData("""{"advance": "P-1D"}""", "forward only")]
    [InlineData("""{"advance": "P100Y"}""", "2099")]
    [InlineData("""{"advance": "P9999999999Y"}""", "ISO 8601")]
    [InlineData("""{"advance": 60}""", "PT60S")]
    [InlineData("[]", "advance")]
    [InlineData("{", "JSON")]
    [InlineData("""{"advance": "\ud800"}""", "JSON")]
    public async Task An_invalid_period_is_refused_and_does_not_move_the_clock(string body, string said)
    {
        await using var sandbox = await StartAsync();
        var (status, text) = await PostAsync(sandbox, body);
        status.ShouldBe(400);
        text.ShouldContain(said);
        (await PostAsync(sandbox, """{"advance": "PT0S"}""")).Text.ShouldBe("2026-01-31T00:00:00.000Z");
    }

    private static Task<Sandbox> StartAsync() => Sandbox.StartAsync(o => o.With(settings => settings with
    {
        Vendors = [Server.SandboxFolder.Names(Vendors.Shipped)[0]],
        Options = new SandboxOptions { Now = new DateTimeOffset(2026, 1, 31, 0, 0, 0, TimeSpan.Zero) },
    }));

    /// <summary>The status, and the time or the error.</summary>
    private static async Task<(int Status, string Text)> PostAsync(Sandbox sandbox, string body)
    {
        using var client = sandbox.ControlClient();
        var (status, text) = await client.PostJsonAsync("__admin/clock", body);
        var told = JsonNode.Parse(text)!;
        return (status, told["now"] is { } now ? (string)now! : told.ToJsonString());
    }
}
