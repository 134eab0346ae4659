using System.Text;
using System.Text.Json.Nodes;
using MockCustomers.Events;

namespace MockCustomers.Vendors.Tests.Webhooks;

/// <summary>Customers that move by themselves as the clock goes on are told of, when a webhook names them.</summary>
public sealed class MovedTests
{
    public static TheoryData<string> Moving => Manifests.Where(vendor => vendor.Vendor.Renderer.Lifecycle.IsMoving && vendor.Vendor.Webhooks!.Events.Any(rule => rule.On.Contains(CustomerChange.Moved)));

    [Fact]
    public void There_are_vendors_to_try() => Moving.Count.ShouldBeGreaterThanOrEqualTo(2);

    [Theory, MemberData(nameof(Moving))]
    public async Task Each_move_is_told_in_its_order_and_signed(string vendor)
    {
        await using var receiver = await Receiver.StartAsync();
        await using var told = await Subscribed.StartAsync(vendor, choose: settings => settings with { Options = new SandboxOptions { Population = 2_000 } });
        var rules = told.Rules.Events.Where(rule => rule.On.Contains(CustomerChange.Moved)).ToList();
        var expected = new Dictionary<string, int>();
        for (var place = 60; expected.Count < 8 && place < 2_000; place++)
        {
            var steps = await StepsAsync(told, told.Tested.Id(place));
            var count = steps.Zip(steps.Skip(1)).Count(move => rules.Exists(rule => (rule.From.Count == 0 || rule.From.Contains(move.First)) && (rule.To.Count == 0 || rule.To.Contains(move.Second))));
            if (count > 0) expected[told.Tested.Id(place)] = count;
        }

        expected.Count.ShouldBe(8);
        var ids = string.Join(", ", expected.Keys.Select(id => $"\"{id}\""));
        var webhook = await told.AddAsync(receiver.Url, $$""", "customers": [{{ids}}], "events": [{{string.Join(", ", rules.Select(rule => $"\"{rule.Event}\"").Distinct())}}]""");
        (await told.Control.PostJsonAsync("__admin/clock", """{"set": "2099-01-01T00:00:00Z"}""")).Status.ShouldBe(200);

        // Fields that follow their state later are told as updates, by the same event where the vendor has one for both.
        await receiver.ComeAsync(expected.Values.Sum());
        foreach (var (id, count) in expected)
            receiver.All.Count(sent => Text(sent.Body).Contains(id, StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(count, id);
        foreach (var sent in receiver.All) told.Verify(sent, (string)webhook["secret"]!).Reason.ShouldBeNull(Text(sent.Body));
    }

    private static string Text(ReadOnlyMemory<byte> body) => Encoding.UTF8.GetString(body.Span);

    /// <summary>The state in which a customer is, and those that are to come.</summary>
    private static async Task<List<string>> StepsAsync(Subscribed told, string id)
    {
        var timeline = JsonNode.Parse(await told.Control.GetStringAsync(new Uri($"__admin/customers/{Uri.EscapeDataString(id)}/timeline?vendor={told.Tested.Vendor.Name}", UriKind.Relative)))!;
        return [(string)timeline["state"]!, .. timeline["states"]!.AsArray().Where(state => (bool)state!["toCome"]!).Select(state => (string)state!["state"]!)];
    }
}
