using MockCustomers.Testing;
using MockCustomers.Vendors.Tests.Broken;

namespace MockCustomers.Vendors.Tests;

public sealed class RequestIdTests
{
    [Fact]
    public async Task A_request_id_is_given_back_where_a_header_takes_it()
    {
        using var folder = BrokenFolder.Of();
        folder.Break("specs/acme/vendor.yaml", "title: Acme", "title: Acme\nrequestId: {header: X-Request-ID, echo: true, shape: uuid}");
        await using var sandbox = await Sandbox.StartAsync(o => o.With(_ => folder.Settings));
        using var tested = new VendorUnderTest(sandbox.Host("acme"));
        var example = tested.Example(tested.Fetch);
        (await tested.GetAsync(example, ("X-Request-ID", "mine-1")))["X-Request-ID"].ShouldBe("mine-1");
        foreach (var odd in new[] { "é", "a\tb", new string('x', 500), "" })
        {
            var answer = await tested.GetAsync(example, ("X-Request-ID", odd));
            answer.Status.ShouldBe(200, odd);
            Guid.TryParse(answer["X-Request-ID"], out _).ShouldBeTrue(odd);
        }
    }
}
