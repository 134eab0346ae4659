using System.Net;

namespace MockCustomers.Stubs.Tests;

/// <summary>Stubs that are posted to a vendor's own port answer over the vendor.</summary>
public sealed class StubTests
{
    [Fact]
    public async Task A_stub_answers_what_it_matches_and_the_vendor_the_rest()
    {
        await using var sandbox = await StubSandbox.StartAsync();
        var before = await sandbox.GetAsync(StubSandbox.Get);
        before.Status.ShouldBe(HttpStatusCode.OK);
        var missing = await sandbox.GetAsync("/nowhere");

        await sandbox.StubAsync("""{"Request": {"Path": "/v0/customers/teapot", "Methods": ["GET"]}, "Response": {"StatusCode": 418, "Body": "short and stout", "Headers": {"X-Pot": "tea"}}}""");

        (await sandbox.GetAsync("/v0/customers/teapot")).ShouldBe(((HttpStatusCode)418, "short and stout"));
        (await sandbox.GetAsync(StubSandbox.Get)).ShouldBe(before);
        (await sandbox.GetAsync("/nowhere")).ShouldBe(missing);
    }
}
